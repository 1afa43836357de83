import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { where } from '#records/service-groups.ts'
import { withPoints } from '../postcodes/place-of-postcode.ts'
import { subfieldsOf } from '../records/fields.ts'
import { placeFound, placeInWords, placeProblems, pointInWords, postcodeToFind } from './place-words.ts'
import { columnsOf, type Row, withField } from './row-columns.ts'

const columns = columnsOf(
  subfieldsOf(subfieldsOf(where.widget).find(({ name }) => name === 'places') ?? where.widget),
)
const sale = { latitude: 53.42512, longitude: -2.32001 }
const altrincham = { latitude: 53.3877, longitude: -2.3483 }

it('calls a place by its address', () => {
  expect(placeInWords(columns, { name: 'Sale Library', town: 'Sale', postcode: 'M33 2UG' })).toBe(
    'Sale Library, Sale, M33 2UG',
  )
  expect(placeInWords(columns, {})).toBe('')
})

describe('the point of a place', () => {
  const found = { postcode: 'M33 2UG', point: sale }

  it('comes from the postcode, which is put as it is written', () => {
    expect(placeFound({ postcode: 'm332ug' }, found, undefined)).toEqual({ postcode: 'M33 2UG', ...sale })
  })

  it('stays where somebody set it, as long as the postcode is the same', () => {
    const set = { postcode: 'm33 2ug', latitude: 53.4, longitude: -2.3 }
    expect(placeFound(set, found, 'M33 2UG')).toEqual({ ...set, postcode: 'M33 2UG' })
    expect(placeFound(set, found, undefined)).toEqual({ ...set, postcode: 'M33 2UG' })
    expect(postcodeToFind({ ...set, postcode: 'M33 2UG' }, 'M33 2UG')).toBeUndefined()
  })

  it('goes with the old postcode, and so does the number of the old building', () => {
    const old = { key: 'a', town: 'Sale', postcode: 'WA14 1AB', ...sale, uprn: '100' }
    const moved = placeFound(old, { postcode: 'WA14 1AB', point: altrincham }, 'M33 2UG')
    expect(moved).toEqual({ key: 'a', town: 'Sale', postcode: 'WA14 1AB', ...altrincham })
    const unknown = placeFound(old, { postcode: 'WA14 1AB', point: null }, 'M33 2UG')
    expect(unknown).toEqual({ key: 'a', town: 'Sale', postcode: 'WA14 1AB' })
  })

  it('is not that of an answer that comes too late', () => {
    const typedOn = { postcode: 'WA14 1AB' }
    expect(placeFound(typedOn, found, undefined)).toEqual(typedOn)
  })

  it('is said in words', () => {
    expect(pointInWords({}, 'not yet')).toBe('The postcode puts this place on the map.')
    expect(pointInWords({ postcode: 'M33' }, 'not yet')).toBe('Write the whole postcode, such as M33 2UG.')
    expect(pointInWords({ postcode: 'M33 2UG' }, 'looking')).toBe('Looking for the postcode …')
    expect(pointInWords({ postcode: 'M33 2UG', ...sale }, 'found')).toBe('On the map: found.')
    expect(pointInWords({ postcode: 'SW1A 1AA' }, 'unknown')).toBe(
      'We do not know this postcode. Check it, or set the point yourself.',
    )
    expect(pointInWords({ postcode: 'M33 2UG' }, { failed: 'There is no connection.' })).toBe(
      'There is no connection.',
    )
  })
})

it('says what is wrong with a place', () => {
  const words = (place: object) => placeProblems(columns, { ...place }).map((problem) => problem.words)
  expect(words({ postcode: 'M33 2UG', ...sale })).toEqual([])
  expect(words({})).toEqual(['Postcode: write it down.'])
  expect(words({ postcode: 'M33' })).toEqual(['Write the whole postcode, such as M33 2UG.'])
  expect(words({ postcode: 'M33 2UG', latitude: 'north', longitude: -2.3 })).toEqual([
    'Latitude: write a number from 49 to 61.',
  ])
  expect(words({ postcode: 'M33 2UG', latitude: 53.4 })).toEqual(['The point needs both numbers.'])
})

it('gives places that a record takes, whatever was typed', () => {
  const typed = fc.tuple(
    fc.string({ maxLength: 40 }),
    fc.oneof(fc.constantFrom('', 'm332ug', 'WA14 1AB', 'M33', 'M33 2U G'), fc.string()),
    fc.oneof(
      fc.constant(undefined),
      fc.double({ noNaN: true }),
      fc.double({ min: 49, max: 61, noNaN: true }),
    ),
    fc.oneof(fc.constant(undefined), fc.constant('west'), fc.double({ min: -9, max: 2, noNaN: true })),
  )
  fc.assert(
    fc.property(typed, (values) => {
      const place = ['name', 'postcode', 'latitude', 'longitude'].reduce<Row>(
        (row, name, index) => withField(row, name, values[index]),
        { key: 'a1' },
      )
      if (placeProblems(columns, place).length > 0) return
      const saved = withPoints({ where: { places: [place] } }, undefined, () => undefined)
      expect(where.schema.safeParse(saved.where).success).toBe(true)
    }),
  )
})
