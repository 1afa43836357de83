import type { Holder } from '#platform/accounts/accounts.ts'
import type { Database } from '#platform/database/database.ts'
import type { Mail } from '#platform/mail.ts'
import type { SharedContext } from '../action-context.ts'
import type { Draft } from '../drafts/drafts.ts'
import { rightsIn } from '../drafts/find-draft.ts'
import { type Editor, editorsOf } from '../fresh/editors.ts'
import { livePagePath } from '../live-page.ts'
import { draftPath } from '../page-addresses.ts'
import { subjectOf } from '../records/place.ts'
import { titleOf } from '../records/stored-records.ts'
import { ownerOf } from '../rights/rights.ts'

/**
 * Letters about where a draft stands: to the editors who can approve it, that it waits for them, and to whoever wrote it,
 * what became of it. They say which page it is about and nothing else.
 */
export function createDraftLetters(parts: LetterParts): DraftLetters {
  const { database, mail, accounts, siteUrl, pagesUrl } = parts
  const tables = database.kysely.$extendTables<Tables>()

  async function tellEditorsOf(context: SharedContext, editors: readonly Editor[], draft: Draft) {
    const { submitted } = draft.state
    if (submitted === undefined) return
    const subject = subjectOf(draft)
    const others = editors.filter(({ accountId }) => accountId !== submitted.by.accountId)
    const can = await rightsIn(context, draft)
    const readers = others.filter(({ actor }) => can(actor, 'approve')).map(({ email }) => email)
    await database.write(async (trx) => {
      const row = { subject, submitted_at: submitted.at }
      const isNews = await trx
        .$extendTables<Tables>()
        .insertInto('review_letter')
        .values(row)
        .onConflict((conflict) =>
          conflict
            .column('subject')
            .doUpdateSet({ submitted_at: submitted.at })
            .where('review_letter.submitted_at', '!=', submitted.at),
        )
        .returning('subject')
        .executeTakeFirst()
      if (!isNews) return
      for (const to of new Set(readers))
        await mail.queue(trx, {
          to,
          subject: `“${titleOf(draft.record)}” waits for you to look at it`,
          text: `A change of this page was sent for review. Families do not see it until an editor publishes it. See what would change, and publish it or ask for something else:\n\n${new URL(draftPath(draft), pagesUrl).href}\n`,
        })
    })
  }

  return {
    async toEditors(context, drafts) {
      const rows = await tables.selectFrom('review_letter').selectAll().execute()
      const told = new Map(rows.map((row) => [row.subject, Number(row.submitted_at)]))
      const news = drafts.filter(
        (draft) => isWaiting(draft) && told.get(subjectOf(draft)) !== draft.state.submitted?.at,
      )
      const editors = news.length > 0 ? await editorsOf({ ...context, accounts }) : []
      for (const draft of news) await tellEditorsOf(context, editors, draft)
      const open = new Set(drafts.map(subjectOf))
      const gone = [...told.keys()].filter((subject) => !open.has(subject))
      if (gone.length === 0) return
      await database.write((trx) =>
        trx.$extendTables<Tables>().deleteFrom('review_letter').where('subject', 'in', gone).execute(),
      )
    },

    async toWriter(draft, by, news) {
      const { savedBy, submitted } = draft.state
      const writers = new Set([savedBy, submitted?.by].flatMap((each) => each?.accountId ?? []))
      writers.delete(by)
      const owner = ownerOf(draft.record.facts)
      const holders = await accounts.holdersOf('provider')
      const readers = holders.filter(
        ({ accountId, scope }) => writers.has(accountId) && scope.kind === 'provider' && scope.id === owner,
      )
      if (readers.length === 0) return
      const title = titleOf(draft.record)
      const livePath = news === 'published' ? livePagePath(draft) : undefined
      const page = livePath ? new URL(livePath, siteUrl) : new URL(draftPath(draft), pagesUrl)
      const { subject, text } = newsInWords[news]
      await database.write(async (trx) => {
        for (const to of new Set(readers.map(({ email }) => email)))
          await mail.queue(trx, { to, subject: subject(title), text: `${text}\n\n${page.href}\n` })
      })
    },
  }
}

function isWaiting({ state }: Draft): boolean {
  return state.status === 'pending_review' && state.submitted !== undefined
}

const newsInWords = {
  approved: {
    subject: (title: string) => `Your change of “${title}” is approved`,
    text: 'An editor at the council said yes to your change. It is not on the site yet. This page says when it will be:',
  },
  'sent-back': {
    subject: (title: string) => `Your change of “${title}” came back to you`,
    text: 'An editor at the council gave your change back to you, so that you can change it and send it again. Nothing that you wrote is lost:',
  },
  published: {
    subject: (title: string) => `Your change of “${title}” is published`,
    text: 'An editor at the council published your change. Families see it within a few minutes:',
  },
} as const

/** What became of a draft. */
export type DraftNews = keyof typeof newsInWords

export interface DraftLetters {
  /**
   * Tells the editors who can approve them of drafts that were sent for review, once each time that one was sent. To be
   * called again and again with all drafts that there are, so that a crash loses no letter.
   */
  toEditors(context: SharedContext, drafts: readonly Draft[]): Promise<void>
  /** Tells those of its provider who wrote a draft, but for who did it themselves (`by`, an account), what became of it. */
  toWriter(draft: Draft, by: string, news: DraftNews): Promise<void>
}

interface LetterParts {
  readonly database: Database
  readonly mail: Pick<Mail, 'queue'>
  readonly accounts: { holdersOf(role: 'editor' | 'provider'): Promise<Holder[]> }
  /** Where the published site is, without a path. */
  readonly siteUrl: string
  /** Where the pages of the CMS are, without a path. */
  readonly pagesUrl: string
}

type Tables = { review_letter: { subject: string; submitted_at: number } }
