import { type Column, packColumn, packNumbers, unpackColumn, unpackNumbers } from './columns.ts'
import { filterGroups, type GroupName } from './filter-groups.ts'
import type { Reach, ServiceFacts } from './service-facts.ts'

/**
 * The facts of all services as they travel: a column for each fact. A service is named by its place in the list, which is
 * its page's number in the search index. The facts of 5,000 services are about 30 KB compressed.
 */
export interface FactsFile {
  /** Youngest and oldest; 0 when neither is stated. */
  readonly ages: Column<readonly [number, number] | 0>
  readonly holds: Readonly<Record<string, Column<readonly string[]>>>
  readonly lacks: Column<readonly string[]>
  readonly reach: Column<readonly Reach[]>
  /** How many places each service has. */
  readonly placeCounts: Column<number>
  /** The least latitude and longitude, in ten-thousandths of a degree. */
  readonly corner: readonly [number, number]
  /** How far each place is from that corner, all places in the order of their services. */
  readonly north: readonly string[]
  readonly east: readonly string[]
}

/** Packs the facts of services, in their order, for the way to the browser. */
export function packFacts(services: readonly ServiceFacts[]): FactsFile {
  const places = services.flatMap((service) =>
    service.places.map(([north, east]) => [tenThousandths(north), tenThousandths(east)] as const),
  )
  const corner = [least(places.map(([north]) => north)), least(places.map(([, east]) => east))] as const
  return {
    ages: packColumn(services.map(({ ages }) => ages ?? (0 as const))),
    holds: Object.fromEntries(
      filterGroups.map(({ name }) => [name, packColumn(services.map(({ holds }) => holds[name] ?? []))]),
    ),
    lacks: packColumn(services.map(({ lacks }) => lacks)),
    reach: packColumn(services.map(({ reach }) => reach)),
    placeCounts: packColumn(services.map(({ places: own }) => own.length)),
    corner,
    north: packNumbers(places.map(([north]) => north - corner[0])),
    east: packNumbers(places.map(([, east]) => east - corner[1])),
  }
}

/** Unpacks what `packFacts` packed, each with its number as id. Places come back to within six metres. */
export function unpackFacts(file: FactsFile): ServiceFacts[] {
  const held = filterGroups.map(({ name }): readonly [GroupName, readonly (readonly string[])[]] => {
    const column = file.holds[name]
    return [name, column === undefined ? [] : unpackColumn(column)]
  })
  const [ages, lacks, reach] = [unpackColumn(file.ages), unpackColumn(file.lacks), unpackColumn(file.reach)]
  const [north, east] = [unpackNumbers(file.north), unpackNumbers(file.east)]
  let place = 0
  return unpackColumn(file.placeCounts).map((count, number) => {
    const places = Array.from({ length: count }, (_, at) => {
      const [up, across] = [north[place + at] ?? 0, east[place + at] ?? 0]
      return [(file.corner[0] + up) / 1e4, (file.corner[1] + across) / 1e4] as const
    })
    place += count
    return {
      id: String(number),
      ages: ages[number] || undefined,
      holds: Object.fromEntries(held.map(([name, rows]) => [name, rows[number] ?? []])),
      lacks: lacks[number] ?? [],
      places,
      reach: reach[number] ?? [],
    }
  })
}

function least(numbers: readonly number[]): number {
  return numbers.reduce((low, each) => Math.min(low, each), numbers[0] ?? 0)
}

function tenThousandths(degrees: number): number {
  return Math.round(degrees * 1e4)
}
