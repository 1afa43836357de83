import { filterGroups, type GroupName } from './filter-groups.ts'
import type { Reach, ServiceFacts } from './service-facts.ts'

/**
 * The facts of all services as they travel: a list for each fact, terms as numbers. 5,000 services stay within a few
 * score kilobytes compressed, because what is alike stands together.
 */
export interface FactsFile {
  readonly towns: readonly string[]
  /** Terms of each group; the lists below name them by their place here. */
  readonly terms: Readonly<Record<string, readonly string[]>>
  readonly ids: readonly string[]
  readonly ages: readonly (readonly [number, number] | 0)[]
  readonly holds: Readonly<Record<string, readonly (readonly number[])[]>>
  readonly lacks: readonly (readonly number[])[]
  /** Ten-thousandths of a degree. */
  readonly places: readonly (readonly (readonly [number, number])[])[]
  readonly reach: readonly (readonly Reach[])[]
}

/** Packs the facts of services, in their order, for the way to the browser. */
export function packFacts(services: readonly ServiceFacts[], towns: readonly string[]): FactsFile {
  const names = filterGroups.map(({ name }) => name)
  const held = (name: GroupName) => services.map(({ holds }) => holds[name] ?? [])
  const terms = Object.fromEntries(names.map((name) => [name, [...new Set(held(name).flat())]]))
  const access = [...new Set([...(terms['access'] ?? []), ...services.flatMap(({ lacks }) => lacks)])]
  const allTerms: Record<string, string[]> = { ...terms, access }
  const numbers = (name: string, ids: readonly string[]) => ids.map((id) => allTerms[name]?.indexOf(id) ?? -1)
  return {
    towns,
    terms: allTerms,
    ids: services.map(({ id }) => id),
    ages: services.map(({ ages }) => ages ?? 0),
    holds: Object.fromEntries(names.map((name) => [name, held(name).map((ids) => numbers(name, ids))])),
    lacks: services.map(({ lacks }) => numbers('access', lacks)),
    places: services.map(({ places }) =>
      places.map(([north, east]) => [tenThousandths(north), tenThousandths(east)]),
    ),
    reach: services.map(({ reach }) => reach),
  }
}

/** Unpacks what `packFacts` packed. Places come back to within six metres. */
export function unpackFacts(file: FactsFile): ServiceFacts[] {
  const words = (name: string, numbers: readonly number[] = []) =>
    numbers.flatMap((number) => file.terms[name]?.[number] ?? [])
  return file.ids.map((id, index) => ({
    id,
    ages: file.ages[index] || undefined,
    holds: Object.fromEntries(filterGroups.map(({ name }) => [name, words(name, file.holds[name]?.[index])])),
    lacks: words('access', file.lacks[index]),
    places: (file.places[index] ?? []).map(([north, east]) => [north / 1e4, east / 1e4] as const),
    reach: file.reach[index] ?? [],
  }))
}

/** The file with the ids of the search index in place of addresses. Services that the index does not have are left out. */
export function withIndexIds(file: FactsFile, idOf: ReadonlyMap<string, string>): FactsFile {
  const facts = unpackFacts(file).flatMap((each) => {
    const id = idOf.get(each.id)
    return id === undefined ? [] : [{ ...each, id }]
  })
  return packFacts(facts, file.towns)
}

function tenThousandths(degrees: number): number {
  return Math.round(degrees * 1e4)
}
