import type { ActionContext } from '../action-context.ts'
import { findDraft } from '../drafts/find-draft.ts'
import { mainOf } from '../git/main-branch.ts'
import type { Place } from '../records/place.ts'
import { invalid } from '../refusals.ts'
import { checkedMerge, deedNow, tellWriter } from './draft-steps.ts'
import { rememberDeed } from './remember-deed.ts'

/** How far ahead a time may be set, in ms. */
export const mostMsAhead = 366 * 24 * 60 * 60_000

/**
 * Approves a draft and says when the CMS is to publish it. Until then what is published stays as it is. Another time takes
 * the place of one that was set before.
 *
 * @param at ms UTC
 * @param seen what the person was shown; see `seenOf`
 * @throws CmsRefusal when they may not, when it was changed since, or when it could not be published as things are now
 */
export async function scheduleDraft(
  context: ActionContext,
  place: Place,
  { at, seen }: { at: number; seen: string },
): Promise<void> {
  const { repository, drafts, clock } = context
  if (at <= clock()) throw invalid('Choose a time that is still to come.')
  if (at > clock() + mostMsAhead) throw invalid('Choose a time within a year from now.')
  const draft = await repository.writing(async () => {
    const draft = await findDraft(context, place, 'schedule', seen)
    await checkedMerge(context, draft, await mainOf(repository))
    await drafts.move(draft, { status: 'pending_publish', scheduledFor: at, ...deedNow(context) })
    return draft
  })
  await rememberDeed(context, 'schedule', place, { for: new Date(at).toISOString() })
  if (draft.state.status !== 'pending_publish') await tellWriter(context, draft, 'approved')
}

/** Takes the time back. The draft stays ready. @throws CmsRefusal as `scheduleDraft` */
export async function cancelSchedule(context: ActionContext, place: Place, seen: string): Promise<void> {
  await context.repository.writing(async () => {
    const draft = await findDraft(context, place, 'schedule', seen)
    if (!draft.state.scheduled) throw invalid('No time is set.')
    await context.drafts.move(draft, { status: 'pending_publish', ...deedNow(context) })
  })
  await rememberDeed(context, 'schedule', place, { for: 'none' })
}
