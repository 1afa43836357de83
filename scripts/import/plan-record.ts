import { checkFile } from '#records/check-content.ts'
import { pathOf } from '#records/collections.ts'
import { providerRecord } from '#records/provider.ts'
import type { ContentFile } from '#records/read-content.ts'
import { reservedServiceSlugs, serviceRecord } from '#records/service.ts'
import { writeRecord } from '../../cms/records/record-file.ts'
import { slugOf } from '../import-trafford/naming.ts'
import type { PresentRecord } from './content-folder.ts'
import type { Values } from './draft.ts'
import { isSame, mergeFields } from './merge-fields.ts'

/** Fields of a record, and the text below them. */
export interface RecordText {
  readonly fields: Values
  readonly body: string
}

/** One record of the source beside what is here. */
export interface Compared {
  readonly collection: 'services' | 'providers'
  readonly id: string
  readonly name: string
  /** What the source says now. */
  readonly now: RecordText
  /** What it said at the last import; none at the first one. */
  readonly before: RecordText | undefined
  /** What stands in the content; none when it is not there. */
  readonly here: PresentRecord | undefined
}

/** What would become of one record. */
export type RecordPlan =
  | { readonly state: 'new' | 'changed'; readonly file: ContentFile; readonly kept: readonly string[] }
  | { readonly state: 'unchanged'; readonly kept: readonly string[] }
  /** It is here already, and did not come from this source. */
  | { readonly state: 'foreign' }
  | { readonly state: 'refused'; readonly why: string }

/** Compares and merges one record. `freePath` gives the path of a file that is not there yet. */
export function planRecord(record: Compared, freePath: FreePath): RecordPlan {
  const { collection, id, now, before, here } = record
  if (here === undefined) {
    const file = fileOf(record, now, freePath(collection, record.name))
    return checked(file, { state: 'new', file, kept: [] })
  }
  const present = together({ fields: withoutId(here.data), body: here.body })
  // A run that was stopped after it wrote files left them without a snapshot: they are as the source says.
  if (before === undefined && !isSame(present, together(now))) return { state: 'foreign' }
  const { values, kept } = mergeFields(together(before ?? now), present, together(now))
  if (isSame(values, present)) return { state: 'unchanged', kept }
  const { [bodyField]: body = '', ...fields } = values
  const file = fileOf({ collection, id }, { fields, body: String(body) }, here.path)
  return checked(file, { state: 'changed', file, kept })
}

/** Gives paths for new records, no two alike and none that is taken or reserved. */
export function createFreePath(taken: readonly string[]): FreePath {
  const paths = new Set(taken)
  return (collection, name) => {
    const reserved: readonly string[] = collection === 'services' ? reservedServiceSlugs : []
    const wanted = slugOf(name) || 'record'
    for (let number = reserved.includes(wanted) ? 2 : 1; ; number++) {
      const path = pathOf(collection, number === 1 ? wanted : `${wanted}-${number}`)
      if (paths.has(path)) continue
      paths.add(path)
      return path
    }
  }
}

export type FreePath = (collection: 'services' | 'providers', name: string) => string

/** The text below the fields is merged as one field more. */
const bodyField = '(text)'

function together({ fields, body }: RecordText): Values {
  return { ...fields, [bodyField]: body.trim() }
}

function withoutId({ id: _id, ...fields }: Values): Values {
  return fields
}

function fileOf(
  { collection, id }: Pick<Compared, 'collection' | 'id'>,
  { fields, body }: RecordText,
  path: string,
): ContentFile {
  const definition = collection === 'services' ? serviceRecord : providerRecord
  return { path, text: writeRecord(definition, { data: { id, ...fields }, body }) }
}

function checked(file: ContentFile, plan: RecordPlan): RecordPlan {
  const { found } = checkFile(file)
  if (found.length === 0) return plan
  return { state: 'refused', why: found.map(({ field, message }) => `${field}: ${message}`).join('; ') }
}
