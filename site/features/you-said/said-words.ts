import { labelOf } from '#records/taxonomy.ts'
import { saidStates, type YouSaidWeDid } from '#records/you-said-we-did.ts'

/** Where a comment stands, in words and with the look of its tag. */
export function stateTag(state: YouSaidWeDid['state']): { label: string; look: 'done' | 'plain' | 'grey' } {
  const look = state === 'done' ? 'done' : state === 'cannot' || state === 'no-outcome' ? 'grey' : 'plain'
  return { label: labelOf(saidStates, state), look }
}

/** `Said by inspectors, December 2016`. */
export function saidLine({ saidBy, saidOn }: Pick<YouSaidWeDid, 'saidBy' | 'saidOn'>): string {
  return `Said by ${sayers[saidBy]}, ${saidOn}`
}

/** `Due by September 2017.` or `Done in May 2018.`; `undefined` where no date is known. */
export function dateLine({ dueBy, doneOn }: Pick<YouSaidWeDid, 'dueBy' | 'doneOn'>): string | undefined {
  if (doneOn !== undefined) return `Done: ${doneOn}.`
  return dueBy === undefined ? undefined : `Due by: ${dueBy}.`
}

const sayers = {
  families: 'families',
  'young-people': 'young people',
  forum: 'the parent carer forum',
  inspectors: 'inspectors',
  survey: 'people who answered a survey',
  review: 'an independent review',
} as const

/** The entry for the home page: the first that is done, because that is what a comment brought; else the first of all. */
export function saidForHome<E extends { data: Pick<YouSaidWeDid, 'state'> }>(
  entries: readonly E[],
): E | undefined {
  return entries.find(({ data }) => data.state === 'done') ?? entries[0]
}
