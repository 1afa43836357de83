import type { Grant } from '#platform/accounts/grants.ts'
import { errorFacts } from '#platform/error-facts.ts'
import type { Log } from '#platform/log.ts'
import type { SharedContext } from '../action-context.ts'
import { afterPublication, mergeAndPublish } from '../actions/draft-steps.ts'
import type { Draft } from '../drafts/drafts.ts'
import { mayDo } from '../drafts/find-draft.ts'
import { thrownAwayDays } from '../drafts/thrown-away.ts'
import { CmsRefusal } from '../refusals.ts'
import { actorOf } from '../rights/actor.ts'
import type { TellNotPublished } from './not-published-letter.ts'

/**
 * Publishes drafts whose time has come, in the name of whoever set the time. One that cannot be published then stays as it
 * is, in review, and says why. That a draft moves and that it is published are one transaction in Git, so that a crash at
 * any moment leaves it published once or not yet.
 */
export function createDueDrafts({ shared, grantsOf, tellNotPublished, log }: DueDraftsParts): DueDrafts {
  const { repository, drafts, clock } = shared

  async function publish(seen: Draft): Promise<void> {
    const by = seen.state.scheduled?.by
    if (by === undefined) return
    const { accountId } = by
    const published = await repository.writing(async () => {
      const draft = await drafts.open(seen)
      const time = draft?.state.scheduled
      // Somebody may have been quicker: another time, another text, or no draft any more.
      if (!draft || !time || time.by.accountId !== accountId || time.for > clock()) return undefined
      const stay = (why: string) =>
        drafts.move(draft, {
          ...{ status: 'pending_review', by: theCms, at: clock() },
          notPublished: { ...time, at: clock(), why },
        })
      const actor = await actorOf(shared, { accountId, grants: await grantsOf(accountId) })
      if (!actor || !(await mayDo({ ...shared, actor }, 'schedule', draft))) {
        await stay(mayNotAnyMore)
        return undefined
      }
      const context = { ...shared, actor }
      try {
        return { context, draft, commit: await mergeAndPublish(context, draft) }
      } catch (error) {
        if (!(error instanceof CmsRefusal)) throw error
        await stay(error.message)
        return undefined
      }
    })
    if (published)
      await afterPublication(published.context, published.draft, published.commit, { scheduled: 'yes' })
  }

  return {
    async publishDue() {
      for (const draft of await drafts.all()) {
        const time = draft.state.scheduled
        // What went wrong on our side is tried again, and holds up no other draft.
        if (time && time.for <= clock())
          await publish(draft).catch((error: unknown) =>
            log.error({ failure: errorFacts(error) }, 'a draft whose time has come was not published yet'),
          )
      }
      const open = await drafts.all()
      for (const draft of open) if (draft.state.notPublished) await tellNotPublished(shared, draft)
      await shared.letters.toEditors(shared, open)
    },

    async tidy() {
      return repository.writing(async () => {
        const forgotten = await drafts.forgetThrownAway(clock() - thrownAwayDays * 24 * 60 * 60_000)
        const [open, thrownAway] = await Promise.all([drafts.all(), drafts.thrownAway()])
        await shared.notes.keepOnly({ open, thrownAway })
        return { forgotten }
      })
    },
  }
}

const theCms = { role: 'cms', accountId: 'cms' }
const mayNotAnyMore = 'The person who set the time may not publish this page any more.'

export interface DueDrafts {
  /** Publishes what is due, and tells editors of drafts that wait for them. To be called again and again; what was done already is not done twice. */
  publishDue(): Promise<void>
  /** Forgets what was thrown away too long ago, and notes that belong to no draft any more; gives how many drafts. */
  tidy(): Promise<{ forgotten: number }>
}

interface DueDraftsParts {
  readonly shared: SharedContext
  readonly grantsOf: (accountId: string) => Promise<Grant[]>
  readonly tellNotPublished: TellNotPublished
  readonly log: Pick<Log, 'error'>
}
