import type { Guide } from '#records/guide.ts'
import { ageBands } from '#records/taxonomy.ts'
import type { GuidanceHit } from './search-index.ts'

/** A guide for some ages, in years, both included. */
export interface AgeGuide extends GuidanceHit {
  readonly ages: readonly [number, number]
}

/** The guides that are for some ages and not for all: those for young people themselves first, then the narrowest. */
export function ageGuidesOf(guides: readonly { readonly id: string; readonly data: Guide }[]): AgeGuide[] {
  const forYoungPeople = 'For young people'
  const all = guides
    .flatMap(({ id, data: { title, topic, ages } }): AgeGuide[] => {
      const bands = ageBands.filter((band) => ages.some((each) => each === band.id))
      const [first, last] = [bands[0], bands.at(-1)]
      if (first === undefined || last === undefined || bands.length === ageBands.length) return []
      const kind = topic === 'young-people' ? forYoungPeople : 'Guide'
      return [{ href: `/guides/${id}/`, title, kind, ages: [first.from, last.to] }]
    })
    .sort(
      (a, b) => Number(b.kind === forYoungPeople) - Number(a.kind === forYoungPeople) || span(a) - span(b),
    )
  // Only those that some age leads to travel with the page.
  const shown = new Set(Array.from({ length: 26 }, (_, age) => guidesForAges(all, [age, age])).flat())
  return all.filter((guide) => shown.has(guide))
}

/** The first two guides for an age, or for a part of a span of ages. */
export function guidesForAges(
  guides: readonly AgeGuide[],
  [from, to]: readonly [number, number],
): AgeGuide[] {
  return guides.filter(({ ages }) => ages[0] <= to && from <= ages[1]).slice(0, 2)
}

function span({ ages: [from, to] }: AgeGuide): number {
  return to - from
}
