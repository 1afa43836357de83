import { readPostcode } from '#records/typed-postcode.ts'
import { isObject, valueAt } from '#records/value-at.ts'
import type { Values } from '../records/record-file.ts'

/** A point on the map in degrees (WGS 84), under the names that a place of a service has for them. */
export interface Point {
  readonly latitude: number
  readonly longitude: number
}

/** Where a postcode is, `M33 2UG`; undefined when it is not known. */
export type PointOf = (postcode: string) => Point | undefined

/** Finds postcodes in the rows of `postcodes.csv`: `postcode,latitude,longitude,…` under a heading. */
export function pointsIn(csv: string): PointOf {
  return (postcode) => {
    const start = csv.indexOf(`\n${postcode},`)
    if (start < 0) return undefined
    const [, north = '', east = ''] =
      csv
        .slice(start + 1, start + longestRow)
        .split('\n', 1)[0]
        ?.split(',') ?? []
    const point = { latitude: Number(north), longitude: Number(east) }
    const isPoint = north !== '' && east !== '' && Object.values(point).every(Number.isFinite)
    return isPoint ? point : undefined
  }
}

/**
 * The values of a service with its postcodes as they are written, and with the points of places that have none, from their
 * postcodes. A point that somebody gave stays. Only where a place has another postcode than it had `before` and still the
 * old point, that point is of the old place: it goes, and so does the number of the building (UPRN).
 */
export function withPoints(data: Values, before: Values | undefined, pointOf: PointOf): Values {
  const places = valueAt(data, 'where', 'places')
  if (!isObject(data.where) || !Array.isArray(places)) return data
  const placed = places.map((place) => (isObject(place) ? placeWithPoint(place, before, pointOf) : place))
  return { ...data, where: { ...data.where, places: placed } }
}

function placeWithPoint(place: object, before: Values | undefined, pointOf: PointOf): object {
  const typed = valueAt(place, 'postcode')
  if (typeof typed !== 'string') return place
  const postcode = readPostcode(typed) ?? typed
  const here = { ...withoutOldPoint(place, placeBefore(place, before), postcode), postcode }
  const hasPoint = isNumber(valueAt(here, 'latitude')) && isNumber(valueAt(here, 'longitude'))
  return hasPoint ? here : { ...here, ...pointOf(postcode) }
}

function withoutOldPoint(place: object, before: object | undefined, postcode: string): object {
  if (before === undefined || valueAt(before, 'postcode') === postcode) return place
  const isOld = ([name, value]: [string, unknown]) => value === valueAt(before, name)
  const entries = Object.entries(place)
  const ofOldPlace = entries.filter(([name]) => pointFields.includes(name)).every(isOld)
  return Object.fromEntries(
    entries.filter(
      ([name, value]) =>
        !(pointFields.includes(name) && ofOldPlace) && !(name === 'uprn' && isOld([name, value])),
    ),
  )
}

/** A place is known by its key; what has none yet is new. */
function placeBefore(place: object, before: Values | undefined): object | undefined {
  const places = valueAt(before, 'where', 'places')
  const key = valueAt(place, 'key')
  if (!Array.isArray(places) || typeof key !== 'string') return undefined
  const found: unknown = places.find((each) => valueAt(each, 'key') === key)
  return isObject(found) ? found : undefined
}

function isNumber(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value)
}

const pointFields: readonly string[] = ['latitude', 'longitude']

/** A row holds a postcode, two numbers and the name of a ward. */
const longestRow = 200
