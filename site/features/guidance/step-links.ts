import type { Pathway } from '#records/pathway.ts'
import { groupSteps } from '#records/pathway-steps.ts'

type Step = Pathway['steps'][number]

/** Where a step stands on its page. */
export function stepAnchor({ key }: Pick<Step, 'key'>): string {
  return `step-${key}`
}

/** The step that one leads to, when it is not simply the next number: its place, and words such as “step 6, You get the plan”. */
export function nextStepOf(
  { goesTo }: Pick<Step, 'goesTo'>,
  steps: readonly Step[],
): { href: string; words: string } | undefined {
  const group = groupSteps(steps).find(({ step, beside }) =>
    [step, ...beside].some(({ key }) => key === goesTo),
  )
  const step = steps.find(({ key }) => key === goesTo)
  if (group === undefined || step === undefined) return undefined
  return { href: `#${stepAnchor(step)}`, words: `step ${group.number}, “${step.title}”` }
}
