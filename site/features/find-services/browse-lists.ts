import { categories, needs, type OpenTerm } from '#records/taxonomy.ts'
import type { ServiceEntry } from '../records/site-records.ts'

/** A way to browse: the term, its address and how many services it holds. */
export interface BrowseList {
  readonly term: OpenTerm
  readonly base: string
  readonly services: readonly ServiceEntry[]
}

/** The categories that hold a service, in the order of the taxonomy. */
export function categoryLists(services: readonly ServiceEntry[]): BrowseList[] {
  return categories
    .map((term) => ({
      term,
      base: `/services/category/${term.id}/`,
      services: services.filter(({ data }) => data.categories.includes(term.id)),
    }))
    .filter((list) => list.services.length > 0)
}

/** The needs that a service names, in the order of the taxonomy. Services for everyone name none. */
export function needLists(services: readonly ServiceEntry[]): BrowseList[] {
  return needs
    .map((term) => ({
      term,
      base: `/services/need/${term.id}/`,
      services: services.filter(({ data }) => data.whoFor.needs.includes(term.id)),
    }))
    .filter((list) => list.services.length > 0)
}
