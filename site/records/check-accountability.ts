import type { CheckedRecord, Problem } from './check-together.ts'
import { type Objective, objectiveRecord } from './objective.ts'
import { type Plan, planRecord } from './plan.ts'

/** What objectives say against the plan that they belong to. Records that do not fit their schema are told of elsewhere. */
export function objectivesAgainstPlans(records: readonly CheckedRecord[]): Problem[] {
  const plans = new Map(
    records
      .filter(({ collection }) => collection === 'plan')
      .flatMap(({ data }) => {
        const plan = planRecord.schema.safeParse(data)
        return plan.success ? [[plan.data.id, plan.data] as const] : []
      }),
  )
  return records
    .filter(({ collection }) => collection === 'objectives')
    .flatMap(({ path, data }) => {
      const objective = objectiveRecord.schema.safeParse(data)
      const plan = objective.success ? plans.get(objective.data.plan) : undefined
      if (!objective.success || plan === undefined) return []
      return [...unknownPriority(objective.data, plan), ...afterPlan(objective.data, plan)].map(
        ([field, message]) => ({ file: path, field, message }),
      )
    })
}

function unknownPriority({ priority }: Objective, { title, priorities }: Plan): [string, string][] {
  const known = priorities.map(({ short }) => short)
  return known.includes(priority)
    ? []
    : [['priority', `“${title}” has no priority “${priority}”. Use one of: ${known.join(', ')}`]]
}

/** A plan cannot know what happened after the month up to which it tells. */
function afterPlan({ actions, changes }: Objective, { asOf }: Plan): [string, string][] {
  const times: [string, string | undefined][] = [
    ...actions.flatMap(({ doneOn, milestones }, index): [string, string | undefined][] => [
      [`actions.${index}.doneOn`, doneOn],
      ...milestones.map((each, place): [string, string | undefined] => [
        `actions.${index}.milestones.${place}.doneOn`,
        each.doneOn,
      ]),
    ]),
    ...changes.map(({ when }, index): [string, string] => [`changes.${index}.when`, when]),
  ]
  return times.flatMap(([field, when]): [string, string][] =>
    when !== undefined && when > asOf
      ? [[field, `${when} is after the plan tells what happened, ${asOf}. Correct it, or the plan’s “as of”`]]
      : [],
  )
}
