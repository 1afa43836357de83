import { byLetters } from '#records/by-letters.ts'
import type { PlannedAction } from '#records/objective.ts'
import { filterOf, type ListFilter, type Traits } from '../filter-list/filter-list.ts'
import { slugOf } from '../page-frame/slug-of.ts'
import type { ObjectiveEntry, PlanEntry } from '../records/accountability-records.ts'
import { type SeenIn, shownStates, stateOfAction, stateOfMilestone } from './plan-state.ts'

/** An action with the objective it belongs to. */
export interface ActionInPlan {
  readonly action: PlannedAction
  readonly objective: ObjectiveEntry
}

/** The actions of a plan in their order. */
export function actionsOf(objectives: readonly ObjectiveEntry[]): ActionInPlan[] {
  return objectives.flatMap((objective) => objective.data.actions.map((action) => ({ action, objective })))
}

/** The roles that lead an action; those of its objective where it names none. */
export function leadsOf({ action, objective }: ActionInPlan): readonly string[] {
  return action.leads.length > 0 ? action.leads : objective.data.leads
}

/** Where an action and its milestones stand, who leads it and what it is part of: what the list is narrowed by. */
export function traitsOfAction(each: ActionInPlan, seen: SeenIn): Traits {
  const { action, objective } = each
  const states = action.milestones.map((milestone) => stateOfMilestone(milestone, seen))
  return {
    state: [...new Set(states.length === 0 ? [stateOfAction(action, seen)] : states)],
    lead: leadsOf(each).map(slugOf),
    priority: [slugOf(objective.data.priority)],
    objective: [objective.id],
  }
}

/** The filters above a plan. One with a single priority is narrowed by its objectives instead. */
export function planFilters(
  plan: PlanEntry,
  objectives: readonly ObjectiveEntry[],
  seen: SeenIn,
): ListFilter[] {
  const actions = actionsOf(objectives)
  const items = actions.map((each) => traitsOfAction(each, seen))
  const leads = [...new Set(actions.flatMap(leadsOf))]
    .sort(byLetters)
    .map((label) => ({ id: slugOf(label), label }))
  const priorities = plan.data.priorities.map(({ short, title }) => ({ id: slugOf(short), label: title }))
  const parts = objectives.map(({ id, data }) => ({ id, label: data.title }))
  const base = (name: string) => `/plan/${plan.id}/${name}/`
  return [
    filterOf({ name: 'state', label: 'State', base: base('state') }, shownStates, items),
    filterOf({ name: 'lead', label: 'Lead role', base: base('lead') }, leads, items),
    priorities.length > 1
      ? filterOf({ name: 'priority', label: 'Priority', base: base('priority') }, priorities, items)
      : filterOf({ name: 'objective', label: 'Objective', base: base('objective') }, parts, items),
  ].filter(({ options }) => options.length > 1)
}
