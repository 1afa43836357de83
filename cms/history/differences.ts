import type { Widget } from '#records/pieces.ts'
import { isObject, valueAt } from '#records/value-at.ts'
import { subfieldsOf } from '../records/fields.ts'
import type { CollectionDefinition, RecordContent } from '../records/record-file.ts'
import { inWords, type NameOfRecord, paragraphsIn } from './value-in-words.ts'

/** What differs in one field, in words: lines that went and lines that came. A field that was empty has none before. */
export interface Difference {
  /** The labels of the field and of the groups around it: `When › Regular times`. */
  readonly field: string
  readonly before: readonly string[]
  readonly after: readonly string[]
}

/** What differs between two versions of a record, field by field, in the order of the form. `before` may be absent. */
export function differencesOf(
  definition: CollectionDefinition,
  before: RecordContent | undefined,
  after: RecordContent | undefined,
  nameOfRecord: NameOfRecord,
): Difference[] {
  const said = (version: RecordContent | undefined) => paragraphsIn(version?.body ?? '')
  const fields = definition.decapFields.filter(({ name }) => name !== 'body' && name !== 'id')
  const known = new Set(definition.decapFields.map(({ name }) => String(name)))
  const unknown = [before, after].flatMap((version) => Object.keys(version?.data ?? {}))
  const stray = [...new Set(unknown)].filter((name) => !known.has(name))
  // Of fields of an older program the names are all that is known.
  const strayFields = stray.map((name) => ({ name, label: name, widget: 'string' }))
  const data = { before: before?.data, after: after?.data }
  const names = withSteps(nameOfRecord, [before, after])
  return [
    ...compareFields([...fields, ...strayFields], data, names),
    ...difference(definition.body?.label ?? 'Text', said(before), said(after)),
  ]
}

/** Knows the steps of a pathway too, by what they are called in the later version: a new title is no new way. */
function withSteps(
  nameOfRecord: NameOfRecord,
  versions: readonly (RecordContent | undefined)[],
): NameOfRecord {
  const steps = versions.flatMap((version) => itemsOf(version?.data['steps']))
  const titles = new Map(steps.map((step) => [valueAt(step, 'key'), valueAt(step, 'title')]))
  const isOnly = (title: string) => [...titles.values()].filter((other) => other === title).length === 1
  return (collection, id) => {
    if (collection !== 'steps') return nameOfRecord(collection, id)
    const title = titles.get(id)
    return typeof title === 'string' && isOnly(title) ? title : undefined
  }
}

/** @param trail the labels of the groups around the fields */
function compareFields(
  fields: readonly Widget[],
  { before, after }: { before: unknown; after: unknown },
  nameOfRecord: NameOfRecord,
  trail: readonly string[] = [],
): Difference[] {
  return fields.flatMap((field) => {
    const name = String(field.name)
    const [was, is] = [valueAt(before, name), valueAt(after, name)]
    if (JSON.stringify(was) === JSON.stringify(is)) return []
    const here = [...trail, field.label]
    const subfields = subfieldsOf(field)
    if (field.widget === 'object')
      return compareFields(subfields, { before: was, after: is }, nameOfRecord, here)
    if (field.widget === 'list' && subfields.length > 0) {
      const said = (value: unknown) => itemsOf(value).map((item) => inWords(field, item, nameOfRecord))
      return difference(here.join(' › '), said(was), said(is))
    }
    const lines = (value: unknown) =>
      Array.isArray(value)
        ? value.map((each) => inWords(field, each, nameOfRecord))
        : [inWords(field, value, nameOfRecord)].filter(Boolean)
    return difference(here.join(' › '), lines(was), lines(is))
  })
}

/** Lines that stand on both sides say nothing; where all do, their order has changed. */
function difference(field: string, was: readonly string[], is: readonly string[]): Difference[] {
  const before = was.filter((line) => !is.includes(line))
  const after = is.filter((line) => !was.includes(line))
  if (before.length + after.length > 0) return [{ field, before, after }]
  return was.join('\n') === is.join('\n') ? [] : [{ field, before: was, after: is }]
}

function itemsOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value.filter(isObject) : []
}
