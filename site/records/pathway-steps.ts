/** How the steps of a pathway follow each other; pure. */

/** What a step says of its place. */
export interface PlacedStep {
  readonly key: string
  /** `or`: instead of the step above. `and`: at the same time as the step above. */
  readonly joins?: 'or' | 'and' | undefined
  /** The key of the step that comes next; the numbered step below when left out. */
  readonly goesTo?: string | undefined
  /** The pathway may end here. */
  readonly endsHere?: boolean | undefined
}

/**
 * A numbered step with those that stand beside it. In the order of the record; a step that joins has the number of the
 * step that it joins.
 */
export interface StepGroup<S extends PlacedStep> {
  readonly number: number
  readonly step: S
  readonly beside: readonly S[]
}

/** The steps as people read them: numbered ones, each with the “or” and “and” steps that belong to it. */
export function groupSteps<S extends PlacedStep>(steps: readonly S[]): StepGroup<S>[] {
  const groups: { number: number; step: S; beside: S[] }[] = []
  for (const step of steps) {
    const open = groups.at(-1)
    if (step.joins === undefined || open === undefined)
      groups.push({ number: groups.length + 1, step, beside: [] })
    else open.beside.push(step)
  }
  return groups
}

/** Where a pathway leads nowhere, never ends, or has a step that nobody reaches. Gives `[field, sentence]` pairs. */
export function pathwayContradictions(steps: readonly PlacedStep[]): [string, string][] {
  if (steps.length === 0) return [['steps', 'A pathway needs an end, so it needs at least one step. Add it']]
  const found = steps.flatMap((step, index) =>
    wrongIn(step, index, steps).map((why): [string, string] => [`steps.${index}.${why.field}`, why.message]),
  )
  return found.length > 0 ? found : [...loops(steps), ...unreached(steps)]
}

function wrongIn({ key, joins, goesTo, endsHere }: PlacedStep, index: number, steps: readonly PlacedStep[]) {
  const found: { field: string; message: string }[] = []
  if (index === 0 && joins !== undefined)
    found.push({ field: 'joins', message: `the first step has no step above it. Leave “${joins}” out` })
  if (goesTo !== undefined && endsHere === true)
    found.push({ field: 'endsHere', message: 'the pathway cannot end here and go on. Choose one' })
  if (goesTo !== undefined && !steps.some((each) => each.key === goesTo)) {
    const keys = steps.flatMap((each) => (each.key === key ? [] : [each.key])).join(', ')
    found.push({ field: 'goesTo', message: `there is no step “${goesTo}”. Use one of: ${keys}` })
  }
  return found
}

/** Only a step that goes back can make a loop: all others go down. */
function loops(steps: readonly PlacedStep[]): [string, string][] {
  return steps.flatMap(({ key, goesTo }, index): [string, string][] =>
    goesTo !== undefined && reachableFrom(goesTo, steps).has(key)
      ? [
          [
            `steps.${index}.goesTo`,
            `the step “${goesTo}” leads back to this one, so the pathway never ends. Choose a later step, or say in words when to begin again`,
          ],
        ]
      : [],
  )
}

function unreached(steps: readonly PlacedStep[]): [string, string][] {
  const [first] = steps
  const reached = first === undefined ? new Set() : reachableFrom(first.key, steps)
  return steps.flatMap(({ key }, index): [string, string][] =>
    reached.has(key)
      ? []
      : [
          [
            `steps.${index}.title`,
            'no step leads here. Change where an earlier step goes, or remove this one',
          ],
        ],
  )
}

/** The step with this key, its group, and all that can follow. */
function reachableFrom(start: string, steps: readonly PlacedStep[]): ReadonlySet<string> {
  const groups = groupSteps(steps)
  const reached = new Set<string>()
  const waiting = [start]
  for (let key = waiting.pop(); key !== undefined; key = waiting.pop()) {
    if (reached.has(key)) continue
    reached.add(key)
    const at = groups.findIndex(({ step, beside }) => [step, ...beside].some((each) => each.key === key))
    const here = groups[at]
    const members = here === undefined ? [] : [here.step, ...here.beside]
    // Who comes to a numbered step may take any that stands beside it.
    if (here?.step.key === key) waiting.push(...members.map((each) => each.key))
    const own = members.find((each) => each.key === key)
    if (own === undefined || own.endsHere === true) continue
    const next = own.goesTo ?? groups[at + 1]?.step.key
    if (next !== undefined) waiting.push(next)
  }
  return reached
}
