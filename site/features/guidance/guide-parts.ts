import { byLetters } from '#records/by-letters.ts'
import type { Guide } from '#records/guide.ts'

/** A guide as far as its place among its parts goes. */
export interface GuidePage {
  readonly data: Pick<Guide, 'id' | 'order' | 'partOf' | 'title'>
}

/** Guides that stand for themselves: those that are part of no other. In the order given. */
export function wholeGuides<G extends GuidePage>(guides: readonly G[]): G[] {
  return guides.filter(({ data }) => data.partOf === undefined)
}

/** All pages of the guide that a page belongs to: the first part, then the others in their order. At least the page itself. */
export function partsOf<G extends GuidePage>(page: G, guides: readonly G[]): [G, ...G[]] {
  const whole = guides.find(({ data }) => data.id === page.data.partOf) ?? page
  const others = guides
    .filter(({ data }) => data.partOf === whole.data.id)
    .toSorted((a, b) => a.data.order - b.data.order || byLetters(a.data.title, b.data.title))
  return [whole, ...others]
}

/** A page among the parts of its guide: its number from 1, and the pages before and after it. */
export function placeAmong<G extends GuidePage>(page: G, parts: readonly G[]): PartPlace<G> {
  const index = parts.findIndex(({ data }) => data.id === page.data.id)
  return { number: index + 1, previous: parts[index - 1], next: parts[index + 1] }
}

export interface PartPlace<G> {
  readonly number: number
  readonly previous: G | undefined
  readonly next: G | undefined
}
