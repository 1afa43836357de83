import { labelOf } from '#records/taxonomy.ts'
import { csvText } from '../open-data/csv-text.ts'
import type { ObjectiveEntry, PlanEntry } from '../records/accountability-records.ts'
import { actionsOf, leadsOf } from './plan-list.ts'
import { type SeenIn, shownStates, stateOfAction, stateOfMilestone } from './plan-state.ts'

/** A plan for a spreadsheet: a row a milestone; an action without milestones has a row of its own. Months are `2017-09`. */
export function planCsv(plan: PlanEntry, objectives: readonly ObjectiveEntry[], seen: SeenIn): string {
  const rows = actionsOf(objectives).flatMap((each) => {
    const { action, objective } = each
    const { title, asOf, source, priorities } = plan.data
    const before = [
      title,
      asOf,
      priorities.find(({ short }) => short === objective.data.priority)?.title,
      objective.data.title,
      action.title,
      leadsOf(each).join('; '),
    ]
    if (action.milestones.length === 0) {
      const state = labelOf(shownStates, stateOfAction(action, seen))
      return [[...before, '', '', '', state, action.doneOn, action.evidence, source]]
    }
    return action.milestones.map((milestone) => [
      ...before,
      milestone.title,
      milestone.dueWords ?? milestone.due,
      milestone.due === undefined ? '' : (milestone.dueIs ?? 'by'),
      labelOf(shownStates, stateOfMilestone(milestone, seen)),
      milestone.doneOn,
      milestone.evidence,
      source,
    ])
  })
  return csvText([columns, ...rows])
}

const columns =
  'plan as_of priority objective action lead milestone due due_means state done_in evidence source'.split(' ')
