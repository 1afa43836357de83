import type { Service } from '#records/service.ts'
import type { Row } from './csv-table.ts'
import type { Finding } from './finding.ts'
import { isLocality, isTown, liesIn, localityOf, townOf } from './localities.ts'
import { wellSpelt } from './spelling.ts'

export const postcodeColumns = ['postcode', 'msoa_hcl_name', 'ward_name', 'lon', 'lat'] as const

/** Where postcodes of the area are. */
export type Postcodes = ReadonlyMap<string, PostcodePoint>

interface PostcodePoint {
  readonly statisticalArea: string
  readonly ward: string
  readonly latitude: number
  readonly longitude: number
}

/** A place of a service, and what is known about where it lies. */
export interface Found {
  readonly place: Place
  /** The town or village to name in a sentence. */
  readonly locality: string
  readonly outOfArea: boolean
  readonly omitted: readonly string[]
}

type Place = Service['where']['places'][number]

/** What a source says of a place. Its own coordinates count before those of the postcode. */
export interface PlaceStated {
  readonly address?: string | undefined
  readonly postcode: string | undefined
  readonly latitude?: string | undefined
  readonly longitude?: string | undefined
  /** The name of the place, where it is not the first part of the address. */
  readonly name?: string
}

/** The postcode file as a lookup. */
export function postcodesOf(rows: readonly Row<(typeof postcodeColumns)[number]>[]): Postcodes {
  return new Map(
    rows.map((row) => [
      row.cell('postcode') ?? '',
      {
        statisticalArea: row.cell('msoa_hcl_name') ?? '',
        ward: row.cell('ward_name') ?? '',
        latitude: Number(row.cell('lat')),
        longitude: Number(row.cell('lon')),
      },
    ]),
  )
}

/** Reads a place. Coordinates of a postcode outside the area are not stated. Nothing is given for a postcode that cannot be read. */
export function placeFrom(stated: PlaceStated, postcodes: Postcodes): Finding<Found> {
  const { postcode } = stated
  if (postcode === undefined || !/^[A-Z]{1,2}\d[A-Z\d]? \d[A-Z]{2}$/.test(postcode))
    return { omitted: 'the place: its postcode cannot be read' }
  const point = postcodes.get(postcode)
  const address = readAddress(stated.address ?? '', postcode, point !== undefined)
  const town = postcode === 'M31 4BH' ? 'Carrington' : address.town
  const locality =
    address.locality ??
    (point === undefined ? undefined : localityOf(postcode, point.statisticalArea, point.ward)) ??
    town
  return {
    value: {
      place: {
        key: 'main',
        name: stated.name ?? address.venue,
        address: address.street,
        town,
        postcode,
        ...coordinates(stated, point),
      },
      locality: town === 'Carrington' ? town : (locality ?? 'Greater Manchester'),
      outOfArea: point === undefined,
      omitted: address.omitted,
    },
  }
}

/** Reads the place of a row that has the usual columns. */
export function placeOfRow(
  row: Row<'address' | 'postcode' | 'lon' | 'lat'>,
  postcodes: Postcodes,
): Finding<Found> {
  return placeFrom(
    {
      address: row.cell('address'),
      postcode: row.cell('postcode'),
      latitude: row.cell('lat'),
      longitude: row.cell('lon'),
    },
    postcodes,
  )
}

function coordinates(stated: PlaceStated, point: PostcodePoint | undefined) {
  if (point === undefined) return {}
  return {
    latitude: rounded(stated.latitude === undefined ? point.latitude : Number(stated.latitude)),
    longitude: rounded(stated.longitude === undefined ? point.longitude : Number(stated.longitude)),
  }
}

/** Five decimals: about a metre. */
const rounded = (degrees: number) => Math.round(degrees * 1e5) / 1e5

const beyondTown = new Set(['Cheshire', 'Lancashire', 'Greater Manchester', 'Trafford', 'Manchester'])
const street =
  /^\d|\b(road|street|lane|avenue|way|drive|grove|crescent|close|walk|broadway|kingsway|parade|embankment|mall|terrace|square)$/i

function readAddress(text: string, postcode: string, inArea: boolean) {
  const parts = [
    ...new Set(
      wellSpelt(text)
        .replace(/\.$/, '')
        .split(',')
        .map((part) => part.trim()),
    ),
  ].filter(Boolean)
  const stated = parts.filter(isLocality)
  const fitting = stated.filter((name) => liesIn(name, postcode))
  const wrong = stated.filter((name) => !liesIn(name, postcode))
  const town = inArea ? (fitting.find(isTown) ?? townOf(postcode)) : 'Manchester'
  const lines = parts.filter((part) => part !== town && !wrong.includes(part) && !beyondTown.has(part))
  const [first, ...rest] = lines
  const named = first !== undefined && isVenue(first, rest.length > 0)
  return {
    town,
    locality: fitting[0],
    venue: named ? first : undefined,
    street: (named ? rest : lines).join(', ') || undefined,
    omitted: wrong.map(
      (name) => `the town “${name}”: the postcode lies elsewhere, so the town is taken from it`,
    ),
  }
}

/** A part of an address that names a building. One that stands alone must say so: it may be a street with an odd name. */
function isVenue(part: string, more: boolean): boolean {
  if (isLocality(part) || street.test(part) || /^unit\b/i.test(part)) return false
  return more || /\b(school|centre|church|house|hall|library|building)\b/i.test(part)
}
