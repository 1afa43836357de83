import { serviceRecord } from '#records/service.ts'
import { overdueReason } from '#records/service-review.ts'
import type { CmsRole } from '../rights/rights.ts'
import { draftCompleteness } from './draft-completeness.ts'
import type { Values } from './record-file.ts'

/** Under this name the note comes with the fields of a record. It is no field of the record. */
export const listNoteField = 'listNote'

/**
 * What a provider's list says behind the name of a service: ` · check overdue · 9 of 12 answers`; empty when it is fresh
 * and complete. `today` is `YYYY-MM-DD`.
 */
export function listNote(values: Values, today: string): string {
  const review = serviceRecord.fields.review.schema.safeParse(values.review).data
  const overdue = review !== undefined && overdueReason(review, today) !== undefined
  const { answered, asked, missing } = draftCompleteness(values, () => 'key')
  return [
    ...(overdue ? ['check overdue'] : []),
    ...(missing.length > 0 ? [`${answered} of ${asked} answers`] : []),
  ]
    .map((note) => ` · ${note}`)
    .join('')
}

/**
 * Whether a person's list of a collection has notes: a provider's own services, guidance that somebody keeps true, and
 * for editors of a directorate what is not theirs.
 */
export function hasListNotes(collection: string, role: CmsRole): boolean {
  if (collection === 'providers') return role === 'directorate-editor'
  return collection === 'services' ? role !== 'editor' : guidance.has(collection)
}

/** What a list says behind the name of a record that an editor of a directorate can only look at. */
export const toLookAt = ' · another team’s, to look at'

const guidance = new Set(['guides', 'pathways', 'routes'])

/** What a list says behind the title of a guide, pathway or route whose check is overdue. `today` is `YYYY-MM-DD`. */
export function guidanceNote({ reviewDue }: Values, today: string): string {
  return typeof reviewDue === 'string' && reviewDue < today ? ' · check overdue' : ''
}
