import { stringify } from 'yaml'
import { z } from 'zod'
import { recordDefinitions } from '#records/collections.ts'
import type { RecordDefinition } from '#records/define-record.ts'
import type { WidgetValue } from '#records/pieces.ts'
import { parseRecordFile } from '#records/read-content.ts'
import { isObject } from '#records/value-at.ts'

/** The definition of a collection; undefined when there is no such collection. */
export function definitionNamed(collection: string): CollectionDefinition | undefined {
  return recordDefinitions.find(({ name }) => name === collection)
}

/** Takes a record file apart. @throws ContentSyntaxError when it cannot be read */
export function readRecord(path: string, text: string): RecordContent {
  const parsed = parseRecordFile({ path, text })
  return { data: fields.safeParse(parsed?.data).data ?? {}, body: parsed?.body ?? '' }
}

/**
 * The one way a record is written: fields in the order of their definition, so that a change in Git shows what was
 * changed and nothing else. Fields that the definition does not know come last; `checkContent` refuses them.
 */
export function writeRecord(definition: CollectionDefinition, { data, body }: RecordContent): string {
  const known = definition.decapFields.map(({ name }) => String(name))
  const order = [...known, ...Object.keys(data).filter((name) => !known.includes(name))]
  const ordered = Object.fromEntries(order.flatMap((name) => (name in data ? [[name, data[name]]] : [])))
  // Readers of older YAML take a bare 09:00 for a number and a bare date for an instant: such texts are quoted.
  const front = stringify(ordered, { lineWidth: 0, compat: 'yaml-1.1', aliasDuplicateObjects: false })
  if (definition.extension === 'yaml') return front
  return `---\n${front}---\n${body.trim() === '' ? '' : `\n${body.trim()}\n`}`
}

/** What a list shows of a record: its plain fields. Groups, lists and text stay behind, they are most of its weight. */
export function listedPart(data: Values): Values {
  return Object.fromEntries(
    Object.entries(data).filter(([, value]) => ['string', 'number', 'boolean'].includes(typeof value)),
  )
}

const fields = z.record(z.string(), z.unknown())

/** The values of a record's fields, or of a group in it, unchecked. */
export type Values = z.output<typeof fields>

/** True for a group of values; false for a list, a plain value and nothing. */
export function isValues(value: unknown): value is Values {
  return isObject(value) && !Array.isArray(value)
}

export interface RecordContent {
  readonly data: Values
  readonly body: string
}

/** What the CMS needs of a record's definition. */
export type CollectionDefinition = Pick<
  RecordDefinition,
  'name' | 'label' | 'labelSingular' | 'extension' | 'titleField' | 'body' | 'decapFields'
>

/** One option of a Decap widget. */
export type WidgetOption = WidgetValue | undefined
