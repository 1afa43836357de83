import type { Widget } from '#records/pieces.ts'
import { isObject } from '#records/value-at.ts'
import { inWords, type NameOfRecord, paragraphsIn } from '../history/value-in-words.ts'
import { followPath } from '../records/fields.ts'
import type { CollectionDefinition } from '../records/record-file.ts'
import { bodyField, type FieldConflict } from './merge-records.ts'
import type { FieldPath } from './merge-values.ts'

/**
 * A field that two people changed differently, as its form names it, with what each side says. Of a longer list or text
 * each side shows only what the other does not say, where there is such a thing.
 */
export function conflictInWords(
  definition: CollectionDefinition,
  { id, path, base, there, mine }: FieldConflict,
  nameOfRecord: NameOfRecord,
): ConflictInWords {
  const { label, field } = fieldAt(definition, path)
  const said = (value: unknown) => linesOf(field, value, nameOfRecord)
  const [is, wanted] = [said(there), said(mine)]
  const before = said(base).filter((line) => !is.includes(line) || !wanted.includes(line))
  return { id, field: label, before, there: without(is, wanted), mine: without(wanted, is) }
}

/** Names of fields as a sentence has them: `“Name” and “Telephone”`, at most three of them. */
export function fieldNames(fields: readonly string[]): string {
  const quoted = [...new Set(fields)].map((field) => `“${field}”`)
  const more = quoted.length - mostNamed
  const named = more > 1 ? [...quoted.slice(0, mostNamed), `${more} more fields`] : quoted
  const last = named.at(-1) ?? ''
  return named.length < 2 ? last : `${named.slice(0, -1).join(', ')} and ${last}`
}

const mostNamed = 3

function fieldAt(
  definition: CollectionDefinition,
  path: FieldPath,
): { label: string; field: Widget | undefined } {
  if (path.length === 1 && path[0] === bodyField)
    return { label: definition.body?.label ?? 'Text', field: undefined }
  const fields = followPath(definition.decapFields, path).found.map(({ field }) => field)
  const label = (fields.length === 0 ? path : fields.map((field) => field.label)).join(' › ')
  return { label, field: fields.at(-1) }
}

function linesOf(field: Widget | undefined, value: unknown, nameOfRecord: NameOfRecord): string[] {
  if (field === undefined)
    return isObject(value) ? [JSON.stringify(value)] : paragraphsIn(String(value ?? ''))
  const values: readonly unknown[] = Array.isArray(value) ? value : [value]
  return values.map((each) => inWords(field, each, nameOfRecord)).filter(Boolean)
}

function without(lines: readonly string[], others: readonly string[]): readonly string[] {
  const own = lines.filter((line) => !others.includes(line))
  return own.length > 0 || others.some((line) => !lines.includes(line)) ? own : lines
}

export interface ConflictInWords {
  readonly id: string
  /** The labels of the field and of the groups around it. */
  readonly field: string
  readonly before: readonly string[]
  readonly there: readonly string[]
  readonly mine: readonly string[]
}
