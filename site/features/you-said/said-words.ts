import { monthInWords } from '#records/dates-in-words.ts'
import { spanOf } from '#records/said-time.ts'
import { labelOf } from '#records/taxonomy.ts'
import { saidStates, type YouSaidWeDid } from '#records/you-said-we-did.ts'

/** Where a comment stands, in words and with the look of its tag: `In progress`, of an old source `In progress in May 2017`. */
export function stateTag({ state, asOf }: Pick<YouSaidWeDid, 'state' | 'asOf'>): StateTag {
  const look = state === 'done' ? 'done' : state === 'cannot' || state === 'no-outcome' ? 'grey' : 'plain'
  const label = labelOf(saidStates, state)
  const aged = asOf !== undefined && look === 'plain'
  return { label: aged ? `${label} in ${monthInWords(asOf)}` : label, look }
}

export interface StateTag {
  readonly label: string
  readonly look: 'done' | 'plain' | 'grey'
}

/** `Said by inspectors, December 2016`. */
export function saidLine({ saidBy, saidOn }: Pick<YouSaidWeDid, 'saidBy' | 'saidOn'>): string {
  return `Said by ${sayers[saidBy]}, ${saidOn}`
}

/** `Due by: September 2017.` or `Done: May 2018.`; `undefined` where no date is known. */
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
  unnamed: 'people whom the source does not name',
} as const

/**
 * The entry for the home page: the first that is done, because that is what a comment brought; else the first whose due
 * date is not past. An entry that was due long ago and never told of again is no news for a home page.
 *
 * @param thisMonth `2026-11`
 */
export function saidForHome<E extends { data: Pick<YouSaidWeDid, 'state' | 'dueBy'> }>(
  entries: readonly E[],
  thisMonth: string,
): E | undefined {
  const current = ({ data: { dueBy, state } }: E) => {
    const due = dueBy === undefined ? undefined : spanOf(dueBy)
    return state !== 'no-outcome' && (due === undefined || due.last >= thisMonth)
  }
  return entries.find(({ data }) => data.state === 'done') ?? entries.find(current)
}
