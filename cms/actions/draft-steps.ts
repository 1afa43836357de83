import { type ActionContext, authorOf } from '../action-context.ts'
import type { Draft } from '../drafts/drafts.ts'
import { editorsDoThat, findDraft, mayDo } from '../drafts/find-draft.ts'
import { thrownAwayDays } from '../drafts/thrown-away.ts'
import { type DraftStatus, isReadyToPublish, statusNames, stepBetween } from '../drafts/workflow.ts'
import { mainOf } from '../git/main-branch.ts'
import { mergeOf } from '../merge/merge-draft.ts'
import type { DraftNews } from '../notes/draft-letters.ts'
import { picturesIn } from '../pictures/picture-files.ts'
import { messageOf } from '../records/content-check.ts'
import { contentPath, type Place, subjectOf } from '../records/place.ts'
import { changedMeanwhile, invalid, notAllowed, notFound } from '../refusals.ts'
import { isEditor } from '../rights/rights.ts'
import { rememberDeed } from './remember-deed.ts'

/**
 * Moves a draft along: draft, in review, ready. Does nothing where it stands there already.
 *
 * @param how.seen what the person was shown, where they were shown it; see `seenOf`
 * @param how.openedVersion the version of the text in the person's form or on their board, where they have one open
 * @param how.isTold whether the writer is told of it in another way, so that no letter need go out
 * @throws CmsRefusal when they may not, when it was changed since, or when the site could not be built from it
 */
export async function moveDraft(
  context: ActionContext,
  place: Place,
  status: DraftStatus,
  { seen, openedVersion, isTold = false }: Shown & { isTold?: boolean } = {},
): Promise<void> {
  const moved = await context.repository.writing(async () => {
    const draft = await findDraft(context, place, 'open-draft', seen)
    const step = stepBetween(draft.state.status, status)
    if (step === undefined) return undefined
    if (!(await mayDo(context, step, draft))) {
      throw notAllowed(`You cannot set this to "${statusNames[status]}". An editor at the council does that.`)
    }
    if (step === 'approve') {
      refuseUnseen(draft, openedVersion)
      await refuseWhatWouldBreak(context, draft)
    }
    await context.drafts.move(draft, { status, ...deedNow(context) })
    return { step, draft }
  })
  if (!moved) return
  await rememberDeed(context, 'status', place, { status })
  const { step, draft } = moved
  if (step === 'approve') await tellWriter(context, draft, 'approved')
  else if (status === 'draft' && isEditor(context.actor) && !isTold)
    await tellWriter(context, draft, 'sent-back')
}

/**
 * Publishes a draft. `isAtOnce` approves it in the same step; otherwise it must be ready. Gives the commit.
 *
 * @throws CmsRefusal when they may not, when it was changed since, or when it does not go with what is published
 */
export async function publishDraft(
  context: ActionContext,
  place: Place,
  { isAtOnce, seen, openedVersion }: Shown & { isAtOnce: boolean },
): Promise<string> {
  const { draft, merged, isApproved } = await context.repository.writing(async () => {
    const draft = await findDraft(context, place, 'publish', seen)
    refuseUnseen(draft, openedVersion)
    const isReady = isReadyToPublish(draft.state.status)
    if (!isReady && !isAtOnce) throw invalid('Set this to "Ready" before you publish it.')
    if (!isReady && !(await mayDo(context, 'approve', draft))) throw notAllowed(editorsDoThat)
    return { draft, merged: await mergeAndPublish(context, draft), isApproved: !isReady }
  })
  if (isApproved) await rememberDeed(context, 'status', place, { status: 'pending_publish' })
  await afterPublication(context, draft, merged)
  return merged
}

/** @throws CmsRefusal when another text than the one that somebody was shown was saved, so that they would decide on it unseen */
function refuseUnseen({ record }: Draft, openedVersion: string | null | undefined): void {
  if (openedVersion && openedVersion !== record.blob) throw changedMeanwhile(otherText)
}

/** What a person was shown before they take a step, as far as that is known. */
interface Shown {
  /** see `seenOf` */
  readonly seen?: string
  readonly openedVersion?: string | null | undefined
}

/** Merges a draft into what is published, inside `repository.writing`; the actor is the author of the merge. */
export async function mergeAndPublish(context: ActionContext, draft: Draft): Promise<string> {
  const main = await mainOf(context.repository)
  const merged = await checkedMerge(context, draft, main)
  await context.drafts.publish(draft, { main, merged })
  return merged
}

/** What follows when a draft was published: the site is built, its notes end, who did it is written down, and its writer told. */
export async function afterPublication(
  context: ActionContext,
  draft: Draft,
  commit: string,
  detail: Readonly<Record<string, string>> = {},
): Promise<void> {
  context.onPublish(commit)
  await context.notes.end(draft)
  await rememberDeed(context, 'publish', draft, { commit, ...detail })
  await tellWriter(context, draft, 'published')
}

/** The merge of a draft, once it is known that the site can be built from it. No ref moves. */
export async function checkedMerge(context: ActionContext, draft: Draft, main: string): Promise<string> {
  const commit = await mergeOf(context, draft, main)
  const record = await context.records.at(commit, contentPath(draft))
  const pictures = await picturesIn(context.repository, commit)
  const problems = record ? await context.check.ofChange(main, { ...record, pictures }) : []
  if (record && problems.length > 0) throw invalid(messageOf(problems, record.path), problems)
  return commit
}

/**
 * Throws a draft away. What is published stays as it is; for 30 days the draft can be brought back.
 *
 * @throws CmsRefusal when they may not, or when it was changed since
 */
export async function throwAway(
  context: ActionContext,
  place: Place,
  { seen, openedVersion }: Shown = {},
): Promise<void> {
  await context.repository.writing(async () => {
    const draft = await findDraft(context, place, 'throw-away', seen)
    refuseUnseen(draft, openedVersion)
    const { by, at } = deedNow(context)
    await context.drafts.throwAway(draft, by, at)
    await context.notes.setAside(place, at)
  })
  await rememberDeed(context, 'throw-away', place)
}

/**
 * Makes a draft that was thrown away a draft again, with its notes.
 *
 * @param at when it was thrown away, ms UTC
 * @throws CmsRefusal when they may not, when it is not there any more, or when there is another draft by now
 */
export async function bringBackDraft(context: ActionContext, place: Place, at: number): Promise<void> {
  const { repository, drafts } = context
  await repository.writing(async () => {
    const thrown = (await drafts.thrownAway()).find(
      (draft) => subjectOf(draft) === subjectOf(place) && draft.at === at,
    )
    if (!thrown || !(await mayDo(context, 'bring-back', thrown))) throw notFound(goneForGood)
    if (await drafts.open(place))
      throw changedMeanwhile(
        'There is another draft of this page now. Publish that one or throw it away, and then bring this one back.',
      )
    await drafts.bringBack(thrown)
    await context.notes.bringBack(place, at)
  })
  await rememberDeed(context, 'bring-back', place)
}

/** @throws CmsRefusal when the site could not be built from the draft */
async function refuseWhatWouldBreak(context: ActionContext, { record, tip }: Draft): Promise<void> {
  const pictures = await picturesIn(context.repository, tip)
  const problems = await context.check.ofChange(await mainOf(context.repository), { ...record, pictures })
  if (problems.length > 0) throw invalid(messageOf(problems, record.path), problems)
}

/** Tells whoever wrote a draft what became of it, unless they did it themselves. */
export function tellWriter({ letters, actor }: ActionContext, draft: Draft, news: DraftNews): Promise<void> {
  return letters.toWriter(draft, actor.accountId, news)
}

/** Who takes a step now. */
export function deedNow({ actor, clock }: ActionContext) {
  return { by: authorOf(actor), at: clock() }
}

const otherText =
  'This page was changed after you opened it. Nothing was done. Load the page again, look at it once more, and then go on.'
const goneForGood = `This draft cannot be brought back. What is thrown away is kept for ${thrownAwayDays} days.`
