import type { Point } from './distance.ts'
import { type MapFile, type MapService, type OffMap, offMapReasons } from './map-file.ts'

/** What a map of some services shows, and what it cannot show. */
export interface MapContents {
  readonly places: readonly MapPlace[]
  /** How many services are on the map. */
  readonly count: number
  /** The others, by why they are not there; only reasons that occur. */
  readonly off: readonly OffMapGroup[]
}

/** One place of one service. */
export interface MapPlace {
  readonly service: MapService
  readonly at: Point
  /** It is kept although it does not say something that was asked for. */
  readonly unsaid: boolean
}

export interface OffMapGroup {
  readonly why: OffMap
  readonly services: readonly MapService[]
}

/** One mark on the map: the services whose places are too near each other to be told apart. */
export interface Spot {
  /** The same as long as it stands for the same places. */
  readonly key: string
  readonly at: Point
  /** Each once, in the order of the results. */
  readonly services: readonly MapService[]
  readonly places: readonly Point[]
  /** None of its services says all that was asked for. */
  readonly unsaid: boolean
}

/** A place in pixels of the whole map. */
interface Pixel {
  readonly x: number
  readonly y: number
}

/** Finds services in the map's file, in the order of the results; `unsaidIds` are kept although they do not say something. */
export function contentsOf(file: MapFile, ids: readonly string[], unsaidIds: readonly string[]): MapContents {
  const byId = new Map(file.services.map((service) => [service.id, service]))
  const shown = [
    ...ids.map((id) => ({ service: byId.get(id), unsaid: false })),
    ...unsaidIds.map((id) => ({ service: byId.get(id), unsaid: true })),
  ].flatMap(({ service, unsaid }) => (service === undefined ? [] : [{ service, unsaid }]))
  const off = offMapReasons
    .map((why) => ({
      why,
      services: shown.flatMap(({ service }) => (service.off === why ? [service] : [])),
    }))
    .filter(({ services }) => services.length > 0)
  return {
    places: shown.flatMap(({ service, unsaid }) => service.places.map((at) => ({ service, at, unsaid }))),
    count: shown.filter(({ service }) => service.off === undefined).length,
    off,
  }
}

/**
 * Gathers places into spots, so that no two spots are nearer than `gap` pixels, and each stands on the first of its
 * places. The earlier a place is in the results, the sooner it has a spot of its own.
 */
export function gather(places: readonly MapPlace[], pixelOf: (at: Point) => Pixel, gap: number): Spot[] {
  const gatherings: { first: Pixel; members: MapPlace[] }[] = []
  const cells = new Map<string, (typeof gatherings)[number][]>()
  const near = ({ x, y }: Pixel) =>
    [-1, 0, 1].flatMap((across) =>
      [-1, 0, 1].flatMap((down) => cells.get(cellOf({ x: x + across * gap, y: y + down * gap }, gap)) ?? []),
    )
  for (const place of places) {
    const pixel = pixelOf(place.at)
    const taken = near(pixel).find(({ first }) => Math.hypot(first.x - pixel.x, first.y - pixel.y) < gap)
    if (taken !== undefined) {
      taken.members.push(place)
      continue
    }
    const gathering = { first: pixel, members: [place] }
    gatherings.push(gathering)
    const cell = cellOf(pixel, gap)
    cells.set(cell, [...(cells.get(cell) ?? []), gathering])
  }
  return gatherings.flatMap(({ members }) => spotOf(members) ?? [])
}

function spotOf(members: readonly MapPlace[]): Spot | undefined {
  const [first] = members
  if (first === undefined) return undefined
  return {
    key: members.map(({ service, at, unsaid }) => `${service.id} ${at.join(' ')} ${unsaid}`).join('; '),
    at: first.at,
    services: [...new Set(members.map(({ service }) => service))],
    places: members.map(({ at }) => at),
    unsaid: members.every(({ unsaid }) => unsaid),
  }
}

function cellOf({ x, y }: Pixel, size: number): string {
  return `${Math.floor(x / size)} ${Math.floor(y / size)}`
}
