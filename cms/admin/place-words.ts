import { readPostcode } from '#records/typed-postcode.ts'
import type { FoundPostcode } from '../postcodes/postcodes.ts'
import type { Column, Row } from './row-columns.ts'
import { type RowProblem, problemsOf as rowProblems } from './row-words.ts'

/** A place as people say it: `Sale Library, 12 School Road, Sale, M33 2UG`; empty as long as nothing is filled in. */
export function placeInWords(_: readonly Column[], place: Row): string {
  return ['name', 'address', 'town', 'postcode']
    .map((name) => textOf(place[name]))
    .filter(Boolean)
    .join(', ')
}

/** What stops a place from being saved. */
export function placeProblems(columns: readonly Column[], place: Row): RowProblem[] {
  const typed = textOf(place.postcode)
  const isNone = typed !== '' && readPostcode(typed) === undefined
  return [
    ...rowProblems(columns, place),
    ...(isNone ? [{ field: 'postcode', kind: 'missing' as const, words: wholePostcode }] : []),
    ...degreesProblem(place, 'latitude', 49, 61),
    ...degreesProblem(place, 'longitude', -9, 2),
    ...(isHalfPoint(place) ? [{ field: 'longitude', kind: 'missing' as const, words: bothNumbers }] : []),
  ]
}

/** True when a place is on the map. */
export function hasPoint({ latitude, longitude }: Row): boolean {
  return typeof latitude === 'number' && typeof longitude === 'number'
}

/** What is said of the point of a place; `look` is how its postcode was looked up last. */
export function pointInWords(place: Row, look: Look): string {
  const typed = textOf(place.postcode)
  if (look === 'looking') return 'Looking for the postcode …'
  if (look !== 'found' && look !== 'unknown' && look !== 'not yet') return look.failed
  if (hasPoint(place)) return 'On the map: found.'
  if (typed === '') return 'The postcode puts this place on the map.'
  if (readPostcode(typed) === undefined) return wholePostcode
  return look === 'unknown'
    ? 'We do not know this postcode. Check it, or set the point yourself.'
    : 'Not on the map yet.'
}

/** How a postcode was looked up: not yet, just now, with or without a point, or not at all because something failed. */
export type Look = 'not yet' | 'looking' | 'found' | 'unknown' | { readonly failed: string }

/**
 * The postcode to look up once somebody has left its field; undefined when there is nothing to ask. `placedBy` is the postcode
 * to which the point belongs that the place has now.
 */
export function postcodeToFind(place: Row, placedBy: string | undefined): string | undefined {
  const postcode = readPostcode(textOf(place.postcode))
  const isPlaced = hasPoint(place) && postcode === placedBy
  return isPlaced ? undefined : postcode
}

/**
 * A place with what was found. It gets the point; where the postcode is another one than before, the point and the building
 * of the old place go. A place that has another postcode by now, or a point for the same one, stays as it is.
 */
export function placeFound(
  place: Row,
  { postcode, point }: FoundPostcode,
  placedBy: string | undefined,
): Row {
  if (postcode === null || readPostcode(textOf(place.postcode)) !== postcode) return place
  const { latitude, longitude, uprn, ...address } = place
  if (hasPoint(place) && postcode === placedBy) return { ...place, postcode }
  if (postcode === placedBy || placedBy === undefined)
    return { ...(hasPoint(place) ? place : { ...place, ...point }), postcode }
  return { ...address, postcode, ...point }
}

/** Where people can look at a point; nothing is loaded from there before they do. */
export function mapAddress({ latitude, longitude }: Row): string {
  return `https://www.openstreetmap.org/?mlat=${latitude}&mlon=${longitude}#map=17/${latitude}/${longitude}`
}

function degreesProblem(place: Row, field: string, min: number, max: number): RowProblem[] {
  const value = place[field]
  if (value === undefined || value === null) return []
  if (typeof value === 'number' && value >= min && value <= max) return []
  const name = field === 'latitude' ? 'Latitude' : 'Longitude'
  return [{ field, kind: 'wrong', words: `${name}: write a number from ${min} to ${max}.` }]
}

function isHalfPoint({ latitude, longitude }: Row): boolean {
  return (latitude === undefined) !== (longitude === undefined)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value.trim() : ''
}

const wholePostcode = 'Write the whole postcode, such as M33 2UG.'
const bothNumbers = 'The point needs both numbers.'
