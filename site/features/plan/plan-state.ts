import { monthInWords } from '#records/dates-in-words.ts'
import type { Milestone, Objective, PlannedAction, planStates } from '#records/objective.ts'
import type { Plan } from '#records/plan.ts'

/** Where things stand in an improvement plan. Overdue is worked out here, never chosen by anybody. Pure. */

/** The states that are shown: those that are chosen, and overdue. */
export const shownStates = [
  { id: 'overdue', label: 'Overdue' },
  { id: 'at-risk', label: 'At risk' },
  { id: 'not-started', label: 'Not started' },
  { id: 'on-track', label: 'On track' },
  { id: 'done', label: 'Done' },
  { id: 'no-outcome', label: 'No outcome published' },
] as const satisfies readonly { id: ChosenState | 'overdue'; label: string }[]

export type ShownState = (typeof shownStates)[number]['id']
type ChosenState = (typeof planStates)[number]['id']

/** What a plan's states are seen against: an archived plan stays as it was. */
export interface SeenIn {
  readonly plan: Pick<Plan, 'archived'>
  /** `2026-11` */
  readonly thisMonth: string
}

/**
 * Where a milestone stands. One that is not done when its month has passed is overdue; one that is to go on from a month is
 * overdue only if it has not begun. Nothing in an archived plan is.
 */
export function stateOfMilestone(
  { state, due, dueIs }: Pick<Milestone, 'state' | 'due' | 'dueIs'>,
  { plan, thisMonth }: SeenIn,
): ShownState {
  const waits = dueIs === 'from' ? state === 'not-started' || state === 'no-outcome' : state !== 'done'
  return !plan.archived && waits && due !== undefined && due < thisMonth ? 'overdue' : state
}

/**
 * Where an action stands: its own state if it has no milestones, else the worst of theirs. It is done when all are, and on
 * track when some are done and none is worse.
 */
export function stateOfAction(action: Pick<PlannedAction, 'state' | 'milestones'>, seen: SeenIn): ShownState {
  const states = action.milestones.map((milestone) => stateOfMilestone(milestone, seen))
  if (states.length === 0) return action.state ?? 'no-outcome'
  if (states.every((state) => state === 'done')) return 'done'
  for (const worse of ['overdue', 'at-risk'] as const) if (states.includes(worse)) return worse
  if (states.some((state) => state === 'done' || state === 'on-track')) return 'on-track'
  return states.includes('not-started') ? 'not-started' : 'no-outcome'
}

/** How many milestones stand where; an action without milestones counts as one. States that none has are left out. */
export function countStates(
  objectives: readonly Pick<Objective, 'actions'>[],
  seen: SeenIn,
): { readonly id: ShownState; readonly label: string; readonly count: number }[] {
  const states = objectives.flatMap(({ actions }) =>
    actions.flatMap((action) =>
      action.milestones.length === 0
        ? [stateOfAction(action, seen)]
        : action.milestones.map((milestone) => stateOfMilestone(milestone, seen)),
    ),
  )
  return shownStates.flatMap(({ id, label }) => {
    const count = states.filter((state) => state === id).length
    return count === 0 ? [] : [{ id, label, count }]
  })
}

/** `By September 2017`, `From May 2017`, `Autumn term 2021`, `No date is stated`. */
export function dueInWords({ due, dueIs, dueWords }: Pick<Milestone, 'due' | 'dueIs' | 'dueWords'>): string {
  if (dueWords !== undefined) return dueWords
  if (due === undefined) return 'No date is stated'
  return `${dueIs === 'from' ? 'From' : 'By'} ${monthInWords(due)}`
}

/** What changed in a plan from a month on, the newest first. */
export function changesSince(
  objectives: readonly Pick<Objective, 'title' | 'changes'>[],
  month: string,
): { readonly when: string; readonly what: string; readonly objective: string }[] {
  return objectives
    .flatMap(({ title, changes }) => changes.map(({ when, what }) => ({ when, what, objective: title })))
    .filter(({ when }) => when >= month)
    .sort((a, b) => b.when.localeCompare(a.when))
}
