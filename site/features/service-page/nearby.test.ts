import fc from 'fast-check'
import { expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { serviceRecord } from '#records/service.ts'
import { milesBetween } from '../find-services/distance.ts'
import { type Listed, nearbyFinder } from './nearby.ts'

function listed(slug: string, points: readonly (readonly [number, number])[], fields: object = {}): Listed {
  const places = points.map(([latitude, longitude], index) => ({
    key: `p${index}`,
    postcode: 'M33 2UG',
    latitude,
    longitude,
  }))
  return { slug, service: serviceRecord.schema.parse({ ...exampleService, where: { places }, ...fields }) }
}

const here = listed('here', [[53.42, -2.32]])
const near = listed('near', [[53.43, -2.32]])
const far = listed('far', [[53.5, -2.4]])

it('finds others of the same kind, the nearest first, with miles', () => {
  const found = nearbyFinder([far, here, near])(here, new Set())
  expect(found.map(({ slug }) => slug)).toEqual(['near', 'far'])
  expect(found[0]?.miles).toBeCloseTo(0.69, 1)
})

it('leaves out other kinds, closed services, those listed already and services without a place', () => {
  const school = listed('school', [[53.42, -2.32]], { categories: ['schools'] })
  const closed = listed('closed', [[53.42, -2.32]], { status: 'closed', notice: 'It has ended.' })
  const online = listed('online', [])
  const find = nearbyFinder([here, near, far, school, closed, online])
  expect(find(here, new Set(['near'])).map(({ slug }) => slug)).toEqual(['far'])
  expect(find(online, new Set())).toEqual([])
})

it('measures between the nearest of several places, and lists a service once', () => {
  const two = listed('two', [
    [53.6, -2.32],
    [53.421, -2.32],
  ])
  const found = nearbyFinder([here, near, two])(here, new Set())
  expect(found.map(({ slug }) => slug)).toEqual(['two', 'near'])
})

it('gives the same as measuring every distance', () => {
  const point = fc.tuple(
    fc.double({ min: 53.3, max: 53.5, noNaN: true }),
    fc.double({ min: -2.5, max: -2.2, noNaN: true }),
  )
  fc.assert(
    fc.property(fc.array(point, { minLength: 2, maxLength: 25 }), (points) => {
      const all = points.map((each, index) => listed(`s${String(index).padStart(2, '0')}`, [each]))
      const [of] = all
      const [from] = points
      if (of === undefined || from === undefined) return
      const measured = all
        .map(({ slug }, index) => ({ slug, miles: milesBetween(from, points[index] ?? from) }))
        .filter(({ slug }) => slug !== of.slug)
        .sort((a, b) => a.miles - b.miles || (a.slug < b.slug ? -1 : 1))
        .slice(0, 5)
      const found = nearbyFinder(all)(of, new Set())
      expect(found.map(({ slug, miles }) => ({ slug, miles }))).toEqual(measured)
    }),
    { numRuns: 50 },
  )
})
