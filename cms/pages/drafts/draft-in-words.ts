import { instantInWords } from '#platform/pages/instant-in-words.ts'
import type { DraftState } from '../../drafts/draft-state.ts'
import { type PersonShown, personInWords } from '../../people-in-words.ts'

/** Where a draft stands, for a label: `In review`, or when it will be published. */
export function statusInWords({ status, scheduled, sentBack }: Standing): string {
  if (scheduled) return `Will be published on ${instantInWords(scheduled.for)}`
  if (sentBack) return 'Changes are asked for'
  return { draft: 'Being written', pending_review: 'In review', pending_publish: 'Ready' }[status]
}

/** `Last saved by Ada (provider), for the Swimming Club.` */
export function whoseInWords({
  savedBy,
  organisation,
}: {
  savedBy: PersonShown
  organisation: string | undefined
}): string {
  const whose = organisation === undefined ? '' : `, for ${organisation}`
  return `Last saved by ${personInWords(savedBy)}${whose}.`.replace(/\.\.$/, '.')
}

/** What families see until a draft is published: nothing yet of a new page. */
export function untilThen({ isNew }: { readonly isNew: boolean }): string {
  return isNew ? 'Until then it is not on the site.' : 'Until then families see the page as it is.'
}

/** Who gets an email that there is a note, by who writes it and whether there is anybody. */
export function noteIsHeard(note: {
  readonly by: 'editor' | 'provider'
  /** Whether the page belongs to an organisation. */
  readonly isOwned: boolean
  readonly hasReaders: boolean
}): string {
  if (note.by === 'provider')
    return note.hasReaders
      ? 'The editors who wrote here get an email that there is a note.'
      : 'Editors read it here when they look at the draft. They get no email.'
  if (!note.isOwned) return 'Editors read it here. Nobody gets an email.'
  return note.hasReaders
    ? 'The people of its organisation get an email that there is a note.'
    : 'Nobody of its organisation has an account here, so nobody gets an email.'
}

type Standing = Pick<DraftState, 'status' | 'scheduled' | 'sentBack'>
