import type { DraftState } from '../../drafts/draft-state.ts'
import type { WorkflowStep } from '../../drafts/workflow.ts'

/** What the page of a draft offers, by the names of the rights table. */
export type Step = WorkflowStep | 'publish' | 'schedule' | 'throw-away' | 'note'

/** The steps that lead on from where a draft stands, whoever may take them. */
export function stepsFor({ status }: Pick<DraftState, 'status'>): readonly Step[] {
  return [...fromStatus[status], 'publish', 'schedule', 'throw-away', 'note']
}

const fromStatus: Readonly<Record<DraftState['status'], readonly Step[]>> = {
  draft: ['submit', 'approve'],
  pending_review: ['withdraw', 'approve'],
  pending_publish: ['reopen'],
}
