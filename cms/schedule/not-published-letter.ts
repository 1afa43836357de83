import type { Holder } from '#platform/accounts/accounts.ts'
import type { Database } from '#platform/database/database.ts'
import type { Mail } from '#platform/mail.ts'
import { instantInWords } from '#platform/pages/instant-in-words.ts'
import type { SharedContext } from '../action-context.ts'
import type { Draft } from '../drafts/drafts.ts'
import { rightsIn } from '../drafts/find-draft.ts'
import { editorsOf } from '../fresh/editors.ts'
import type { DraftNotes } from '../notes/draft-notes.ts'
import { draftPath } from '../page-addresses.ts'
import { titleOf } from '../records/stored-records.ts'

/**
 * Makes the function that tells the editors who may publish a draft that its time came to nothing, and why: a note of the
 * CMS's own about the draft, and an email that says that there is one. It tells of each time once, however often it is asked
 * to.
 */
export function createNotPublishedLetter(parts: LetterParts): TellNotPublished {
  const { database, mail, accounts, notes, siteUrl } = parts
  return async (context, draft) => {
    const missed = draft.state.notPublished
    if (!missed) return
    const id = `not-published ${draft.collection}/${draft.slug} ${missed.for} ${missed.at}`
    if ((await notes.of(draft)).some((note) => note.id === id)) return
    const title = titleOf(draft.record)
    const editors = await editorsOf({ ...context, accounts })
    const can = await rightsIn(context, draft)
    const readers = editors.filter(({ actor }) => can(actor, 'publish'))
    await database.write(async (trx) => {
      const text = `This was not published on ${instantInWords(missed.for)}. ${missed.why}`
      if (!(await notes.addOwn(trx, draft, { id, text, at: missed.at }))) return
      for (const to of new Set(readers.map(({ email }) => email)))
        await mail.queue(trx, {
          to,
          subject: `“${title}” was not published`,
          text: `A time was set for a change of this page, but it could not be published then. Families do not see the change. It is kept, and is in review again.\n\nWhy: ${reasonInLetter(missed.why)}\n\nWhat would change, and what you can do:\n${new URL(draftPath(draft), siteUrl).href}\n`,
        })
    })
  }
}

/** What is wrong with a field may quote what somebody wrote, so that an email, which stays where it was sent, names the field. */
function reasonInLetter(why: string): string {
  const [, field] = /^([^:]+): /.exec(why) ?? []
  return field === undefined ? why : `${field} is not as it must be.`
}

export type TellNotPublished = (context: SharedContext, draft: Draft) => Promise<void>

interface LetterParts {
  readonly database: Database
  readonly mail: Pick<Mail, 'queue'>
  readonly accounts: { holdersOf(role: 'editor' | 'provider'): Promise<Holder[]> }
  readonly notes: Pick<DraftNotes, 'of' | 'addOwn'>
  /** Where the pages of the CMS are, without a path. */
  readonly siteUrl: string
}
