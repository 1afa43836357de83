import { type Route, routeTracks } from '#records/route.ts'

type Step = Route['steps'][number]

/** The steps of one kind, such as “Complaint”, in the order of the record. */
export interface Track {
  readonly id: Step['track']
  readonly label: string
  readonly steps: readonly Step[]
}

/** The ways of a route side by side: a track for each kind of step, in the order in which the record first names them. */
export function tracksOf(steps: readonly Step[]): Track[] {
  const ids = [...new Set(steps.map(({ track }) => track))]
  return ids.map((id) => ({
    id,
    label: routeTracks.find((track) => track.id === id)?.label ?? id,
    steps: steps.filter(({ track }) => track === id),
  }))
}

/** What to say above a route of several steps about using them together. */
export function togetherInWords(steps: readonly Pick<Step, 'limit' | 'stopsOtherClocks'>[]): string {
  const ways = 'You can use more than one of these ways, and several at the same time.'
  if (steps.some(({ stopsOtherClocks }) => stopsOtherClocks)) return ways
  return steps.some(({ limit }) => limit !== undefined)
    ? `${ways} None of them stops the time limit of another.`
    : ways
}
