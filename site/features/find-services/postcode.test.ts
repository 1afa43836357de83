import { expect, it } from 'vitest'
import { readPostcode } from '#records/typed-postcode.ts'
import { milesBetween, milesInWords, milesToNearest } from './distance.ts'
import { locatePostcode, outwardOf, postcodeFiles } from './postcode.ts'

const csv =
  'postcode,latitude,longitude,ward\nM33 2UG,53.42161,-2.31764,Sale\nWA14 1AB,53.38,-2.35,Hale\nx,1,2,y\n'

it('reads postcodes however they are typed, and no halves', () => {
  expect(readPostcode(' wa141ab ')).toBe('WA14 1AB')
  expect(outwardOf('WA14 1AB')).toBe('WA14')
  for (const half of ['', 'M33', 'M33 2', 'hello']) expect(readPostcode(half)).toBeUndefined()
})

it('makes a file for each outward code', () => {
  const files = postcodeFiles(csv)
  expect([...files.keys()]).toEqual(['M33', 'WA14'])
  expect(files.get('M33')).toEqual({ '2UG': [534216, -23176] })
})

it('asks for the first half of a postcode alone, and for none outside the area', async () => {
  const asked: string[] = []
  const fetchFile = (outward: string) => {
    asked.push(outward)
    return Promise.resolve(postcodeFiles(csv).get(outward) ?? {})
  }
  expect(await locatePostcode('M33 2UG', ['M33'], fetchFile)).toEqual([53.4216, -2.3176])
  expect(await locatePostcode('M33 9ZZ', ['M33'], fetchFile)).toBeUndefined()
  expect(await locatePostcode('B1 1AA', ['M33'], fetchFile)).toBeUndefined()
  expect(asked).toEqual(['M33', 'M33'])
})

it('measures in miles as the crow flies', () => {
  expect(milesBetween([51.5074, -0.1278], [53.4808, -2.2426])).toBeCloseTo(163, 0)
  expect(milesBetween([53, -2], [53, -2])).toBe(0)
  expect(milesToNearest([53, -2], [])).toBeUndefined()
  expect(
    milesToNearest(
      [53, -2],
      [
        [54, -2],
        [53, -2],
      ],
    ),
  ).toBe(0)
  expect([0.2, 0.96, 1.23, 12.4].map(milesInWords)).toEqual([
    'Less than half a mile',
    '1 mile',
    '1.2 miles',
    '12 miles',
  ])
})
