import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { OpenReferralPart } from '#records/define-record.ts'
import { errorCode } from '../error-code.ts'
import { type ListQuery, ListQueryError } from './list-query.ts'

/** Latitude and longitude in degrees (WGS 84). */
export type Point = readonly [latitude: number, longitude: number]

/** Where the middle of a postcode is; `undefined` for one that is not in the area. */
export type WhereIs = (outward: string, inward: string) => Point | undefined

/** Looks postcodes up in the files that the site was built with, one for each first half of a postcode. */
export function createWhereIs(releaseDir: () => string): WhereIs {
  return (outward, inward) => {
    const place = postcodesIn(join(releaseDir(), 'postcodes', `${outward}.json`))?.[inward]
    return place && [place[0] / 1e4, place[1] / 1e4]
  }
}

/**
 * Whether a service at a location is as near as was asked for. A location without coordinates is not.
 *
 * @param isLocated whether the list has locations at all
 * @throws ListQueryError when the question is not whole, or the postcode is not known
 */
export function nearness(
  { postcode, proximity }: ListQuery,
  isLocated: boolean,
  whereIs: WhereIs,
): (entry: OpenReferralPart) => boolean {
  if (postcode === undefined && proximity === undefined) return () => true
  if (!isLocated) throw new ListQueryError('postcode and proximity are for service_at_locations. Ask there.')
  if (postcode === undefined || proximity === undefined)
    throw new ListQueryError('Give postcode and proximity together: within so many metres of this postcode.')
  const [, outward, inward] =
    /^([A-Z]{1,2}\d[A-Z\d]?)(\d[A-Z]{2})$/.exec(postcode.toUpperCase().replace(/\s/g, '')) ?? []
  if (outward === undefined || inward === undefined)
    throw new ListQueryError(`postcode is "${postcode}". Write a whole one, such as M33 2UG.`)
  const middle = whereIs(outward, inward)
  if (middle === undefined)
    throw new ListQueryError(`The postcode ${outward} ${inward} is not known here. Use one of the area.`)
  return (entry) => {
    const located = place.safeParse(entry)
    if (!located.success) return false
    const { latitude, longitude } = located.data.location
    return metresBetween(middle, [latitude, longitude]) <= proximity
  }
}

const place = z.object({ location: z.object({ latitude: z.number(), longitude: z.number() }) })

const postcodeFile = z.record(z.string(), z.tuple([z.number(), z.number()]))

function postcodesIn(file: string): z.output<typeof postcodeFile> | undefined {
  try {
    return postcodeFile.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** Along the surface of the earth (haversine). */
function metresBetween([north, east]: Point, [otherNorth, otherEast]: Point): number {
  const radians = (degrees: number) => (degrees * Math.PI) / 180
  const half = (angle: number) => Math.sin(radians(angle) / 2) ** 2
  const share =
    half(otherNorth - north) +
    Math.cos(radians(north)) * Math.cos(radians(otherNorth)) * half(otherEast - east)
  return 2 * 6_371_000 * Math.asin(Math.min(1, Math.sqrt(share)))
}
