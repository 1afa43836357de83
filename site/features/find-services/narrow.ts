import { milesToNearest, type Point } from './distance.ts'
import { type FilterName, filterGroups, type GroupName } from './filter-groups.ts'
import { filtersOn, type SearchQuery, without } from './search-query.ts'
import type { ServiceFacts } from './service-facts.ts'

/** How a service answers a filter. `unsaid`: the record does not say, so it is kept unless people leave those out. */
export type Answer = 'yes' | 'unsaid' | 'no'

/** The services that a search leaves, each in its first order. */
export interface Narrowed {
  /** They say that all filters hold. */
  readonly stated: readonly ServiceFacts[]
  /** Kept, because for at least one filter they do not say. */
  readonly unsaid: readonly ServiceFacts[]
  /** Filters that some kept service does not say anything about. */
  readonly unsaidFilters: readonly FilterName[]
}

/** Narrows services: any term inside a filter, and all filters together. `from` is where distances are measured. */
export function narrow(
  services: readonly ServiceFacts[],
  query: SearchQuery,
  from: Point | undefined,
): Narrowed {
  const on = filtersOn(query)
  const stated: ServiceFacts[] = []
  const unsaid: ServiceFacts[] = []
  const unsaidFilters = new Set<FilterName>()
  for (const service of services) {
    const open = on.filter((name) => answerOf(service, query, name, from) === 'unsaid')
    if (on.some((name) => !isKept(service, query, name, from))) continue
    for (const name of open) unsaidFilters.add(name)
    if (open.length > 0) unsaid.push(service)
    else stated.push(service)
  }
  return { stated, unsaid, unsaidFilters: on.filter((name) => unsaidFilters.has(name)) }
}

/** How a service answers one filter as it is set in the query. */
export function answerOf(
  service: ServiceFacts,
  query: SearchQuery,
  name: FilterName,
  from: Point | undefined,
): Answer {
  if (name === 'age') return answerToAges(service, query.ages)
  if (name === 'distance') return answerToDistance(service, query.miles, from)
  return answerToGroup(service, name, query.chosen[name] ?? [])
}

/** How many services each term of each group would leave, with all other filters as they are, and how many do not say. */
export function countsOf(
  services: readonly ServiceFacts[],
  query: SearchQuery,
  from: Point | undefined,
): Counts {
  const on = filtersOn(query)
  const terms: Record<string, Record<string, number>> = {}
  const unsaid: Record<string, number> = { age: 0, distance: 0 }
  for (const { name } of filterGroups) [terms[name], unsaid[name]] = [{}, 0]
  const names = [...filterGroups.map(({ name }) => name), 'age', 'distance'] as const
  for (const service of services) {
    const failed = on.filter((name) => !isKept(service, query, name, from))
    // With all other filters as they are, it counts for the one that it fails, or for all when it fails none.
    if (failed.length > 1) continue
    for (const name of failed.length === 0 ? names : failed) {
      if (answerOf(service, query, name, from) === 'unsaid') unsaid[name] = (unsaid[name] ?? 0) + 1
      const perTerm = terms[name]
      if (perTerm === undefined || name === 'age' || name === 'distance') continue
      for (const id of heldTerms(service, name)) perTerm[id] = (perTerm[id] ?? 0) + 1
    }
  }
  return { terms, unsaid }
}

/** What taking off one filter would bring: only those that would bring something, the most first. */
export function widenings(
  services: readonly ServiceFacts[],
  query: SearchQuery,
  from: Point | undefined,
): { drop: FilterName; brings: number }[] {
  return filtersOn(query)
    .map((drop) => {
      const { stated, unsaid } = narrow(services, without(query, drop), from)
      return { drop, brings: stated.length + unsaid.length }
    })
    .filter(({ brings }) => brings > 0)
    .sort((a, b) => b.brings - a.brings)
}

/** Counts by group and term, and by filter of those that do not say. */
export interface Counts {
  readonly terms: Readonly<Record<string, Readonly<Record<string, number>>>>
  readonly unsaid: Readonly<Record<string, number>>
}

function isKept(
  service: ServiceFacts,
  query: SearchQuery,
  name: FilterName,
  from: Point | undefined,
): boolean {
  const answer = answerOf(service, query, name, from)
  return answer === 'yes' || (answer === 'unsaid' && !query.stated.includes(name))
}

function answerToGroup(service: ServiceFacts, name: GroupName, chosen: readonly string[]): Answer {
  const holds = heldTerms(service, name)
  if (chosen.length === 0)
    return holds.length > 0 || (name === 'access' && service.lacks.length > 0) ? 'yes' : 'unsaid'
  if (chosen.some((id) => holds.includes(id))) return 'yes'
  if (name === 'town' && service.reach.length > 0) return 'yes'
  // Each access feature is a question of its own: an answer to one says nothing of another.
  const answered = name === 'access' ? chosen.every((id) => service.lacks.includes(id)) : holds.length > 0
  return answered ? 'no' : 'unsaid'
}

function answerToAges({ ages }: ServiceFacts, asked: SearchQuery['ages']): Answer {
  if (ages === undefined) return 'unsaid'
  return asked === undefined || (ages[0] <= asked[1] && asked[0] <= ages[1]) ? 'yes' : 'no'
}

/** Who comes home, is online or serves the whole area is near everybody. */
function answerToDistance(
  { places, reach }: ServiceFacts,
  limit: number | undefined,
  from: Point | undefined,
): Answer {
  if (reach.length > 0) return 'yes'
  if (places.length === 0) return 'unsaid'
  if (from === undefined || limit === undefined) return 'yes'
  return (milesToNearest(from, places) ?? 0) <= limit ? 'yes' : 'no'
}

function heldTerms({ holds }: ServiceFacts, name: GroupName): readonly string[] {
  return holds[name] ?? []
}
