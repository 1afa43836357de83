import { categories, needs, type OpenTerm } from '#records/taxonomy.ts'

/** What a person looks for: words, categories (any of them) and needs (any of them). */
export interface SearchQuery {
  readonly words: string
  readonly categories: readonly string[]
  readonly needs: readonly string[]
}

/** Reads a query from the address: `?q=swimming&category=sport-leisure&need=autism`. What is unknown is left out. */
export function queryOf(address: URLSearchParams): SearchQuery {
  return {
    words: (address.get('q') ?? '').trim(),
    categories: known(address.getAll('category'), categories),
    needs: known(address.getAll('need'), needs),
  }
}

/** The address of a query, without `?`; empty for an empty query. */
export function addressOf(query: SearchQuery): string {
  const address = new URLSearchParams()
  if (query.words !== '') address.set('q', query.words)
  for (const id of query.categories) address.append('category', id)
  for (const id of query.needs) address.append('need', id)
  return address.toString()
}

/** True when nothing is asked: then there is nothing to search, and people browse. */
export function isEmpty({ words, categories, needs }: SearchQuery): boolean {
  return words === '' && categories.length === 0 && needs.length === 0
}

/** The query with a term switched on or off. */
export function toggled(query: SearchQuery, list: 'categories' | 'needs', id: string): SearchQuery {
  const on = query[list].includes(id)
  return { ...query, [list]: on ? query[list].filter((each) => each !== id) : [...query[list], id] }
}

/** The filters of a search: any of the categories, any of the needs, in one collection or several. */
export function filtersOf(query: SearchQuery, needsAsked: readonly string[]): SearchFilters {
  return {
    collection: 'services',
    ...(query.categories.length > 0 ? { category: { any: query.categories } } : {}),
    ...(needsAsked.length > 0 ? { need: { any: needsAsked } } : {}),
  }
}

/** Stands in the index for the needs of a service that names none. */
export const needNotStated = 'not-stated'

export interface SearchFilters {
  readonly collection: 'services' | 'guidance'
  readonly category?: { readonly any: readonly string[] }
  readonly need?: { readonly any: readonly string[] }
}

function known(ids: readonly string[], terms: readonly OpenTerm[]): string[] {
  return [...new Set(ids)].filter((id) => terms.some((term) => term.id === id))
}
