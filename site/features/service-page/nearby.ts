import type { Service } from '#records/service.ts'
import { milesBetween, type Point } from '../find-services/distance.ts'

/** A service with its page's slug, as lists on a service page take it. */
export interface Listed {
  readonly slug: string
  readonly service: Service
}

/** Another service of the same kind and how far it is as the crow flies. */
export interface NearbyService extends Listed {
  readonly miles: number
}

/**
 * Finds, for any service, up to `most` others of its first category that are nearest to one of its places. Made once a
 * build: each category is sorted from south to north, and a search looks outwards from a place only as far as the nearest
 * ones found ask for, so that 5,000 services take moments. The same services always give the same lists: equal distances
 * are ordered by slug.
 */
export function nearbyFinder(
  all: readonly Listed[],
  most = 5,
): (of: Listed, without: ReadonlySet<string>) => NearbyService[] {
  const placed = all
    .filter(({ service }) => service.status === 'open')
    .flatMap((listed) => pointsOf(listed.service).map((point): Placed => ({ ...listed, point })))
    .sort((a, b) => a.point[0] - b.point[0] || (a.slug < b.slug ? -1 : 1))
  const byCategory = new Map<string, Placed[]>()
  for (const each of placed)
    for (const category of each.service.categories) {
      const there = byCategory.get(category)
      if (there === undefined) byCategory.set(category, [each])
      else there.push(each)
    }
  return (of, without) => {
    const [category] = of.service.categories
    const others = (category === undefined ? undefined : byCategory.get(category)) ?? []
    const nearest = new Nearest(most)
    for (const point of pointsOf(of.service))
      for (const each of outwards(others, point, nearest))
        if (each.slug !== of.slug && !without.has(each.slug))
          nearest.offer(each, milesBetween(point, each.point))
    return nearest.list
  }
}

interface Placed extends Listed {
  readonly point: Point
}

/** The nearest services so far, each once. */
class Nearest {
  list: NearbyService[] = []
  readonly #most: number
  constructor(most: number) {
    this.#most = most
  }

  /** How far a service may be to come into the list, in miles. */
  get reach(): number {
    return this.list.length < this.#most ? Number.POSITIVE_INFINITY : (this.list.at(-1)?.miles ?? 0)
  }

  offer({ slug, service }: Listed, miles: number): void {
    // Most are farther than those in the list.
    if (miles > this.reach) return
    const before = this.list.findIndex((each) => each.slug === slug)
    if (before !== -1 && (this.list[before]?.miles ?? 0) <= miles) return
    if (before !== -1) this.list.splice(before, 1)
    const after = this.list.findIndex(
      (each) => each.miles > miles || (each.miles === miles && each.slug > slug),
    )
    this.list.splice(after === -1 ? this.list.length : after, 0, { slug, service, miles })
    if (this.list.length > this.#most) this.list.pop()
  }
}

/** Walks from a point's latitude to the north and to the south, until one more step could bring nothing nearer. */
function* outwards(sorted: readonly Placed[], [latitude]: Point, nearest: Nearest): Generator<Placed> {
  const start = firstAtOrNorthOf(sorted, latitude)
  const within = (each: Placed | undefined) =>
    each !== undefined && milesNorthSouth(each.point[0] - latitude) <= nearest.reach ? each : undefined
  let [north, south] = [start, start - 1]
  for (;;) {
    const [above, below] = [within(sorted[north]), within(sorted[south])]
    if (above === undefined && below === undefined) return
    if (above !== undefined) {
      yield above
      north += 1
    }
    if (below !== undefined) {
      yield below
      south -= 1
    }
  }
}

function firstAtOrNorthOf(sorted: readonly Placed[], latitude: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle]?.point[0] ?? 0) < latitude) low = middle + 1
    else high = middle
  }
  return low
}

/** A little less than the miles in so many degrees of latitude, so that nothing near is passed over. */
function milesNorthSouth(degrees: number): number {
  return Math.abs(degrees) * 69
}

function pointsOf({ where }: Service): Point[] {
  return where.places.flatMap(({ latitude, longitude }) =>
    latitude === undefined || longitude === undefined ? [] : [[latitude, longitude] as const],
  )
}
