import type { SearchFilters } from '#protocol/search-card.ts'
import { filterGroups, termsOf } from './filter-groups.ts'

/** What searches can be narrowed by, in the words of the page, for the card of a search. */
export function searchFilters(towns: readonly string[]): SearchFilters {
  return filterGroups.map(({ name, unsaid }) => ({
    name,
    unsaid,
    terms: termsOf(name, towns).map(({ id, label }) => ({ id, label })),
  }))
}
