import { type FilterName, filterGroups, type GroupName, isGroupName, mileSteps } from './filter-groups.ts'

/** What a person looks for: words, filters and an order. */
export interface SearchQuery {
  readonly words: string
  /** Youngest and oldest age asked for, in years; the same twice for one age. */
  readonly ages: readonly [number, number] | undefined
  /** Terms by group, any of them. */
  readonly chosen: Chosen
  /** Filters that services must say something about. All others keep services that do not say. */
  readonly stated: readonly FilterName[]
  /** A whole postcode, `M33 2UG`, to measure from. */
  readonly near: string | undefined
  readonly miles: number | undefined
  readonly order: Order | undefined
}

export type Chosen = Readonly<Partial<Record<GroupName, readonly string[]>>>

/** How results are ordered. `match` is best match first; without words, the nearest first, or by name. */
export type Order = (typeof orders)[number]

export const orders = ['match', 'distance', 'name'] as const

export const emptyQuery: SearchQuery = {
  words: '',
  ages: undefined,
  chosen: {},
  stated: [],
  near: undefined,
  miles: undefined,
  order: undefined,
}

/** True when nothing is asked: then there is nothing to search, and people browse. */
export function isEmpty(query: SearchQuery): boolean {
  return query.words === '' && query.near === undefined && query.order === undefined && !isFiltered(query)
}

/** True when a filter is on that can be taken off. */
export function isFiltered({ ages, chosen, stated, miles }: SearchQuery): boolean {
  return ages !== undefined || Object.keys(chosen).length > 0 || stated.length > 0 || miles !== undefined
}

/** The query with a term switched on or off. */
export function toggled(query: SearchQuery, name: GroupName, id: string): SearchQuery {
  const before = query.chosen[name] ?? []
  const after = before.includes(id) ? before.filter((each) => each !== id) : [...before, id]
  return { ...query, chosen: withoutEmpty({ ...query.chosen, [name]: after }) }
}

/** The query with services that do not say kept or left out, for one filter. */
export function toggledStated(query: SearchQuery, name: FilterName): SearchQuery {
  const { stated } = query
  return {
    ...query,
    stated: stated.includes(name) ? stated.filter((each) => each !== name) : [...stated, name],
  }
}

/** The query without one filter, or without its words. */
export function without(query: SearchQuery, what: FilterName | 'words'): SearchQuery {
  const stated = query.stated.filter((each) => each !== what)
  if (what === 'words') return { ...query, words: '' }
  if (what === 'age') return { ...query, stated, ages: undefined }
  if (what === 'distance') return { ...query, stated, miles: undefined }
  return { ...query, stated, chosen: withoutEmpty({ ...query.chosen, [what]: [] }) }
}

/** The query with its words alone. */
export function withoutFilters({ words, order }: SearchQuery): SearchQuery {
  return { ...emptyQuery, words, order: words === '' ? 'match' : order }
}

/** The filters that are on, in the order of the page. */
export function filtersOn({ ages, chosen, stated, miles }: SearchQuery): FilterName[] {
  const on = (name: FilterName) =>
    stated.includes(name) ||
    (isGroupName(name)
      ? chosen[name] !== undefined
      : name === 'age'
        ? ages !== undefined
        : miles !== undefined)
  return (['age', 'distance', ...filterGroups.map(({ name }) => name)] as const).filter(on)
}

/** Reads an age or a span of ages: `7`, `5 to 10`, `5-10`. A sentence when it is neither. */
export function readAges(typed: string): readonly [number, number] | string {
  const parts = /^\s*(\d{1,3})\s*(?:(?:-|–|to)\s*(\d{1,3})\s*)?$/.exec(typed)
  if (parts === null) return 'Write an age in years, such as 7, or a span, such as 5 to 10.'
  const from = Number(parts[1])
  const to = parts[2] === undefined ? from : Number(parts[2])
  if (from > 25 || to > 25)
    return 'The Local Offer is for people from birth to 25. Write an age from 0 to 25.'
  return from > to ? `Write the younger age first: ${to} to ${from}.` : [from, to]
}

/** Reads a distance: one of the steps that the page offers. */
export function readMiles(typed: string): number | undefined {
  return mileSteps.find((step) => String(step) === typed)
}

function withoutEmpty(chosen: Chosen): Chosen {
  return Object.fromEntries(Object.entries(chosen).filter(([, ids]) => ids.length > 0))
}
