/** Where a draft stands, in Decap's words: draft → in review → ready. A published record has no draft. */
export const draftStatuses = ['draft', 'pending_review', 'pending_publish'] as const

export type DraftStatus = (typeof draftStatuses)[number]

/** What the statuses are called when people are spoken to. */
export const statusNames: Readonly<Record<DraftStatus, string>> = {
  draft: 'draft',
  pending_review: 'in review',
  pending_publish: 'ready',
}

/** What moving a draft from one status to another means: the name under which the rights table knows it. */
export type WorkflowStep = 'submit' | 'withdraw' | 'approve' | 'reopen'

/** The step that leads from one status to another, or undefined when the draft already stands there. */
export function stepBetween(from: DraftStatus, to: DraftStatus): WorkflowStep | undefined {
  if (from === to) return undefined
  if (to === 'pending_publish') return 'approve'
  if (from === 'pending_publish') return 'reopen'
  return to === 'pending_review' ? 'submit' : 'withdraw'
}

/**
 * Where a draft stands after a save. An approval holds for the text that was approved: when someone who may not
 * approve changes a ready draft, it goes back into review.
 */
export function statusAfterSave(
  before: DraftStatus | undefined,
  savedBy: { readonly mayApprove: boolean },
): DraftStatus {
  if (before === undefined) return 'draft'
  return before === 'pending_publish' && !savedBy.mayApprove ? 'pending_review' : before
}

/** Only a ready draft is published. */
export function isReadyToPublish(status: DraftStatus): boolean {
  return status === 'pending_publish'
}
