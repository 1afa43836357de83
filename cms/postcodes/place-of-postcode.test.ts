import { expect, it } from 'vitest'
import { pointsIn, withPoints } from './place-of-postcode.ts'

const csv = `postcode,latitude,longitude,ward
M33 2UG,53.42512,-2.32001,Sale Central
WA14 1AB,53.38770,-2.34830,Altrincham
M33 9ZZ,,,Nowhere
`
const pointOf = pointsIn(csv)
const sale = { latitude: 53.42512, longitude: -2.32001 }
const altrincham = { latitude: 53.3877, longitude: -2.3483 }

const service = (...places: object[]) => ({ name: 'A club', where: { delivery: ['in-person'], places } })

it('finds a postcode in the list, and says when it is not there', () => {
  expect(pointOf('M33 2UG')).toEqual(sale)
  expect(pointOf('WA14 1AB')).toEqual(altrincham)
  for (const unknown of ['M33 9ZZ', 'M33 2U', 'SW1A 1AA', 'postcode', ''])
    expect(pointOf(unknown)).toBeUndefined()
})

it('gives a place the point of its postcode, however the postcode was typed', () => {
  const data = withPoints(service({ key: 'a', postcode: 'm332ug' }), undefined, pointOf)
  expect(data).toEqual(service({ key: 'a', postcode: 'M33 2UG', ...sale }))
})

it('leaves alone a point that somebody gave', () => {
  const given = service({ key: 'a', postcode: 'M33 2UG', latitude: 53.4, longitude: -2.3 })
  expect(withPoints(given, undefined, pointOf)).toEqual(given)
  expect(withPoints(given, given, pointOf)).toEqual(given)
})

it('moves the point with the postcode, and forgets the number of the old building', () => {
  const before = service({ key: 'a', postcode: 'M33 2UG', ...sale, uprn: '100' })
  const moved = service({ key: 'a', postcode: 'WA14 1AB', ...sale, uprn: '100' })
  expect(withPoints(moved, before, pointOf)).toEqual(
    service({ key: 'a', postcode: 'WA14 1AB', ...altrincham }),
  )
})

it('takes the point of the old place away when the new postcode is not known', () => {
  const before = service({ key: 'a', postcode: 'M33 2UG', ...sale })
  const moved = service({ key: 'a', postcode: 'SW1A 1AA', ...sale })
  expect(withPoints(moved, before, pointOf)).toEqual(service({ key: 'a', postcode: 'SW1A 1AA' }))
})

it('keeps a point that came together with a new postcode', () => {
  const before = service({ key: 'a', postcode: 'M33 2UG', ...sale })
  const moved = service({ key: 'a', postcode: 'SW1A 1AA', latitude: 51.501, longitude: -0.1419 })
  expect(withPoints(moved, before, pointOf)).toEqual(moved)
})

it('leaves what is no place as it is, so that the check of the record can say so', () => {
  for (const data of [{}, { where: 'here' }, service({ postcode: 7 }), { where: { places: ['x'] } }])
    expect(withPoints(data, undefined, pointOf)).toEqual(data)
})
