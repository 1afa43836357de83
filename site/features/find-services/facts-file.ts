import {
  type Column,
  type ListColumn,
  packColumn,
  packLists,
  packNumbers,
  unpackColumn,
  unpackLists,
  unpackNumbers,
} from './columns.ts'
import { filterGroups, type GroupName } from './filter-groups.ts'
import type { Reach, ServiceFacts } from './service-facts.ts'

/**
 * The facts of all services as they travel: a column for each fact. A service is named by its place in the list, which is
 * its page's number in the search index. The facts of 5,000 services are about 16 KB compressed.
 */
export interface FactsFile {
  /** Youngest and oldest; 0 when neither is stated. */
  readonly ages: Column<readonly [number, number] | 0>
  readonly holds: Readonly<Record<string, ListColumn>>
  readonly lacks: ListColumn
  readonly reach: Column<readonly Reach[]>
  /** How many places each service has. */
  readonly placeCounts: Column<number>
}

/**
 * Where services are, in ten-thousandths of a degree: all places in the order of their services. Needed only once a
 * distance is asked for; for 5,000 services about 13 KB compressed.
 */
export interface PlacesFile {
  /** The least latitude and longitude. */
  readonly corner: readonly [number, number]
  /** How far each place is from that corner. */
  readonly north: readonly string[]
  readonly east: readonly string[]
}

/** Packs the facts of services, in their order, for the way to the browser. */
export function packFacts(services: readonly ServiceFacts[]): FactsFile {
  return {
    ages: packColumn(services.map(({ ages }) => ages ?? (0 as const))),
    holds: Object.fromEntries(
      filterGroups.map(({ name }) => [name, packLists(services.map(({ holds }) => holds[name] ?? []))]),
    ),
    lacks: packLists(services.map(({ lacks }) => lacks)),
    reach: packColumn(services.map(({ reach }) => reach)),
    placeCounts: packColumn(services.map(({ places }) => places.length)),
  }
}

/** Packs the places of services, in their order. */
export function packPlaces(services: readonly ServiceFacts[]): PlacesFile {
  const places = services.flatMap((service) =>
    service.places.map(([north, east]) => [tenThousandths(north), tenThousandths(east)] as const),
  )
  const corner = [least(places.map(([north]) => north)), least(places.map(([, east]) => east))] as const
  return {
    corner,
    north: packNumbers(places.map(([north]) => north - corner[0])),
    east: packNumbers(places.map(([, east]) => east - corner[1])),
  }
}

/** Unpacks what `packFacts` packed, each with its number as id and its places `nowhereYet`. */
export function unpackFacts(file: FactsFile): ServiceFacts[] {
  const held = filterGroups.map(({ name }): readonly [GroupName, readonly (readonly string[])[]] => {
    const column = file.holds[name]
    return [name, column === undefined ? [] : unpackLists(column)]
  })
  const [ages, lacks, reach] = [unpackColumn(file.ages), unpackLists(file.lacks), unpackColumn(file.reach)]
  return unpackColumn(file.placeCounts).map((count, number) => ({
    id: String(number),
    ages: ages[number] || undefined,
    holds: Object.fromEntries(held.map(([name, rows]) => [name, rows[number] ?? []])),
    lacks: lacks[number] ?? [],
    places: Array.from({ length: count }, () => nowhereYet),
    reach: reach[number] ?? [],
  }))
}

/** The same services where they are, to within six metres. */
export function withPlaces(services: readonly ServiceFacts[], file: PlacesFile): ServiceFacts[] {
  const [north, east] = [unpackNumbers(file.north), unpackNumbers(file.east)]
  let place = -1
  return services.map((service) => ({
    ...service,
    places: service.places.map(() => {
      place++
      const [up, across] = [north[place] ?? 0, east[place] ?? 0]
      return [(file.corner[0] + up) / 1e4, (file.corner[1] + across) / 1e4] as const
    }),
  }))
}

/** Stands for a place until it is fetched: no distance to it is a number. */
const nowhereYet = [Number.NaN, Number.NaN] as const

function least(numbers: readonly number[]): number {
  return numbers.reduce((low, each) => Math.min(low, each), numbers[0] ?? 0)
}

function tenThousandths(degrees: number): number {
  return Math.round(degrees * 1e4)
}
