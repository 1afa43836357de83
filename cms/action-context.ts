import type { RateLimit } from '#platform/rate-limit.ts'
import type { Drafts } from './drafts/drafts.ts'
import type { CommitAuthor, ContentRepository } from './git/content-repository.ts'
import type { KeptTexts } from './merge/kept-texts.ts'
import type { DraftLetters } from './notes/draft-letters.ts'
import type { DraftNotes } from './notes/draft-notes.ts'
import type { Pictures } from './pictures/pictures.ts'
import type { Postcodes } from './postcodes/postcodes.ts'
import type { ContentCheck } from './records/content-check.ts'
import type { StoredRecords } from './records/stored-records.ts'
import { type Actor, isEditor } from './rights/rights.ts'

/** What every action works with. Made once by `createCms`, with the actor of the request. */
export interface ActionContext {
  readonly actor: Actor
  readonly repository: ContentRepository
  readonly records: StoredRecords
  readonly drafts: Drafts
  /** What people wrote that could not be saved as it was. */
  readonly kept: KeptTexts
  readonly pictures: Pictures
  readonly check: ContentCheck
  readonly notes: DraftNotes
  readonly letters: DraftLetters
  readonly postcodes: Postcodes
  /** Counts the new services of each provider’s person: editors look at every one. */
  readonly newServices: RateLimit
  /** Where the published site is, without a path. */
  readonly siteUrl: string
  /** ms UTC */
  readonly clock: () => number
  readonly newId: () => string
  /** The name to show for an account, read from the database; never from Git. */
  readonly nameOf: (accountId: string) => Promise<string | undefined>
  /** Told of every new commit on `main`. */
  readonly onPublish: (commit: string) => void
  /** Writes down who did what to which record. */
  readonly remember: (deed: RememberedDeed) => Promise<void>
}

/** What every action works with, but for who acts. */
export type SharedContext = Omit<ActionContext, 'actor'>

export interface RememberedDeed {
  /** account id */
  readonly actor: string
  readonly action:
    | 'save'
    | 'choose'
    | 'propose'
    | 'status'
    | 'throw-away'
    | 'publish'
    | 'schedule'
    | 'bring-back'
    | 'delete'
    | 'upload'
    | 'confirm'
    | 'restore'
    | 'remote-choose'
  /** `<collection>/<slug>`, or the path of a picture */
  readonly subject: string
  readonly detail: Readonly<Record<string, string>>
}

/** The author of what a person commits. For which directorate an editor works is not written down: it changes. */
export function authorOf(actor: Actor): CommitAuthor {
  return { role: isEditor(actor) ? 'editor' : 'provider', accountId: actor.accountId }
}
