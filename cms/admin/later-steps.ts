import { z } from 'zod'
import { groupSteps } from '#records/pathway-steps.ts'

/**
 * The steps of a pathway that may come after one of them, as a list to choose from: `{ value: key, label: '3: The plan' }`. A
 * step that was not saved yet has no key, so nothing can lead to it. What is chosen now stays in the list, so that it is shown
 * and not lost.
 *
 * @param steps as the form holds them
 * @param place of the step that is asked about, from 0; undefined while it is not known
 */
export function laterSteps(steps: unknown, place: number | undefined, chosen: unknown): StepChoice[] {
  const all = groupSteps(formSteps.parse(steps)).flatMap(({ number, step, beside }) => [
    { ...step, label: `${number}: ${step.title}` },
    ...beside.map((other) => ({ ...other, label: `${number}, ${other.joins}: ${other.title}` })),
  ])
  const later = all.filter(({ key }, index) => key !== '' && (place === undefined || index > place))
  const choices = later.map(({ key, label }) => ({ value: key, label }))
  if (typeof chosen !== 'string' || chosen === '' || choices.some(({ value }) => value === chosen))
    return choices
  const label = all.find(({ key }) => key === chosen)?.label ?? `${chosen} (there is no such step)`
  return [{ value: chosen, label }, ...choices]
}

const formSteps = z
  .array(
    z.object({
      key: z.string().catch(''),
      title: z.string().catch(''),
      joins: z.enum(['or', 'and']).optional().catch(undefined),
    }),
  )
  .catch([])

interface StepChoice {
  /** The key of the step. */
  readonly value: string
  readonly label: string
}
