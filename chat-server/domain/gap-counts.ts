import { tagLabel } from '#records/conversation-tags.ts'
import { ageBands } from '#records/taxonomy.ts'

/** What a gap is counted by. */
export interface GapFacts {
  need: string | null
  /** in years */
  age: number | null
  area: string | null
}

/** How often something was missing. */
export interface GapCount {
  label: string
  count: number
}

/** Gaps by need, by age and by area, each with the most first. What was not said is a line of its own. */
export function countGaps(gaps: readonly GapFacts[]): Record<'need' | 'age' | 'area', GapCount[]> {
  return {
    need: counts(gaps.map(({ need }) => (need === null ? notSaid : tagLabel(need)))),
    age: counts(gaps.map(({ age }) => bandOf(age))),
    area: counts(gaps.map(({ area }) => area?.trim() ?? notSaid)),
  }
}

const notSaid = 'Not said'

function bandOf(age: number | null): string {
  if (age === null) return notSaid
  return ageBands.find(({ from, to }) => from <= age && age <= to)?.label ?? notSaid
}

/** The same place in other letters counts as one. */
function counts(labels: readonly string[]): GapCount[] {
  const groups = Map.groupBy(labels, (label) => label.toLowerCase())
  return [...groups.values()]
    .map((group) => ({ label: group[0] ?? notSaid, count: group.length }))
    .toSorted((one, other) => other.count - one.count || one.label.localeCompare(other.label, 'en-GB'))
}
