import { termsOf } from '../find-services/filter-groups.ts'
import type { SearchQuery } from '../find-services/search-query.ts'

/** What nobody could find, as it was searched for. */
export type SearchedGap = {
  need: string | null
  age: number | null
  area: string | null
  words: string | null
}

/** A search that found nothing as a gap: its need, the youngest age, the town or else the first half of the postcode. */
export function gapOfSearch(
  { words, ages, chosen, near }: Pick<SearchQuery, 'words' | 'ages' | 'chosen' | 'near'>,
  towns: readonly string[],
): SearchedGap {
  const town = termsOf('town', towns).find(({ id }) => id === chosen.town?.[0])
  return {
    need: chosen.need?.[0] ?? null,
    age: ages === undefined ? null : Math.min(oldest, ages[0]),
    area: town?.label ?? near?.split(' ')[0] ?? null,
    words: words.trim() === '' ? null : words.trim().slice(0, 300),
  }
}

/** The oldest age that a Local Offer is for. */
const oldest = 25
