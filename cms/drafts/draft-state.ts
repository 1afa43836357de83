import { z } from 'zod'
import type { CommitAuthor } from '../git/content-repository.ts'
import { type DraftStatus, draftStatuses } from './workflow.ts'

const person = z.strictObject({ role: z.string(), accountId: z.string() })

/** Where a draft stands, as it is kept beside its branch. Times are ms UTC. */
export const draftState = z.strictObject({
  version: z.literal(1),
  status: z.enum(draftStatuses),
  savedBy: person,
  savedAt: z.int(),
  /** When it came to where it stands, if that was not with a save. */
  movedAt: z.int().optional(),
  /** When it was sent for review, and by whom. Whoever sends it again soon after has not sent it twice. */
  submitted: z.strictObject({ at: z.int(), by: person }).optional(),
  /** When an editor gave it back to be changed, and who. Gone with the next step. */
  sentBack: z.strictObject({ at: z.int(), by: person }).optional(),
  approvedBy: person.optional(),
  /** When the CMS publishes it by itself, and who said so. */
  scheduled: z.strictObject({ for: z.int(), by: person }).optional(),
  /** Why a time that was set came to nothing. `by` had set it. */
  notPublished: z.strictObject({ for: z.int(), at: z.int(), by: person, why: z.string() }).optional(),
})

export type DraftState = z.output<typeof draftState>

/** A branch whose state was lost in a crash starts again as a draft. */
export const untold: DraftState = {
  version: 1,
  status: 'draft',
  savedBy: { role: 'cms', accountId: 'cms' },
  savedAt: 0,
}

/** Since when a draft stands where it stands, ms UTC. */
export function standsSince({ movedAt, savedAt }: DraftState): number {
  return movedAt ?? savedAt
}

/**
 * Where a draft stands after a save. A time that was set holds for a text that was approved, so it goes with the approval;
 * the draft then says why.
 */
export function stateAfterSave(
  before: DraftState | undefined,
  { status, by, at }: { status: DraftStatus; by: CommitAuthor; at: number },
): DraftState {
  const saved = { version: 1, status, savedBy: by, savedAt: at } as const
  if (before === undefined) return saved
  const { scheduled, notPublished, movedAt, submitted, sentBack } = before
  const stayed = {
    ...saved,
    ...(before.status === status && movedAt !== undefined && { movedAt }),
    ...(submitted && { submitted }),
    ...(status === 'draft' && sentBack && { sentBack }),
  }
  if (status === 'pending_publish')
    return {
      ...stayed,
      approvedBy: by,
      ...(scheduled && { scheduled }),
      ...(notPublished && { notPublished }),
    }
  if (scheduled) return { ...stayed, notPublished: { ...scheduled, at, why: changedText } }
  // The text that was approved is another one now, and waits for the editors again.
  const isSentAgain = before.status === 'pending_publish'
  return {
    ...stayed,
    ...(isSentAgain && { submitted: { at, by } }),
    ...(notPublished && { notPublished }),
  }
}

/** Where a draft stands after a step of the workflow. What an earlier time came to is forgotten with the next approval. */
export function stateAfterMove(before: DraftState, move: DraftMove): DraftState {
  const { status, by, at, scheduledFor, notPublished = before.notPublished } = move
  const submitted = submissionAfterMove(before, move)
  const { version, savedBy, savedAt } = before
  const moved = { version, status, savedBy, savedAt, movedAt: at, ...(submitted && { submitted }) }
  if (status !== 'pending_publish') {
    const isOwn = (before.submitted?.by ?? savedBy).accountId === by.accountId
    const isGivenBack = status === 'draft' && !isOwn && by.role !== 'provider'
    return { ...moved, ...(notPublished && { notPublished }), ...(isGivenBack && { sentBack: { at, by } }) }
  }
  return {
    ...moved,
    approvedBy: by,
    ...(scheduledFor !== undefined && { scheduled: { for: scheduledFor, by } }),
  }
}

/** Whoever takes a draft back and sends it again soon has sent it once; after an editor gave it back it is sent anew. */
function submissionAfterMove(
  { status: before, submitted }: DraftState,
  { status, by, at }: DraftMove,
): DraftState['submitted'] {
  if (status === 'draft') return submitted?.by.accountId === by.accountId ? submitted : undefined
  if (before !== 'draft' || status !== 'pending_review') return submitted
  return submitted !== undefined && at - submitted.at < sameSubmissionMs ? submitted : { at, by }
}

const sameSubmissionMs = 60 * 60_000

const changedText = 'The text was changed after the time was set, so an editor must look at it again.'

/** A step of the workflow. */
export interface DraftMove {
  readonly status: DraftStatus
  readonly by: CommitAuthor
  /** ms UTC */
  readonly at: number
  /** When the CMS is to publish a draft that is ready, ms UTC. */
  readonly scheduledFor?: number
  readonly notPublished?: DraftState['notPublished']
}
