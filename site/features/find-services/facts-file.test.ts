import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { serviceRecord } from '#records/service.ts'
import { packFacts, packPlaces, unpackFacts, withPlaces } from './facts-file.ts'
import { filterGroups } from './filter-groups.ts'
import { factsOf, type ServiceFacts } from './service-facts.ts'

const serviceWith = (more: object) => serviceRecord.schema.parse({ ...exampleService, ...more })
const nowhere = () => undefined

describe('the facts of a service', () => {
  it('are those that its record states', () => {
    const facts = factsOf(
      'club',
      serviceWith({
        whoFor: { youngest: 4, needs: ['autism'], coverage: 'area-wide' },
        gettingIt: { free: true, howIn: ['self'] },
        when: {
          times: [
            { key: 'a', days: ['friday'], opens: '17:00', closes: '19:00', period: 'term' },
            { key: 'b', days: ['sunday'], opens: '10:00', closes: '12:00', period: 'all-year' },
          ],
        },
        where: { delivery: ['online'], places: [{ key: 'a', town: 'Sale', postcode: 'M33 2UG' }] },
        access: { wheelchair: 'yes', bsl: 'no', parking: 'ask' },
      }),
      (postcode) => (postcode === 'M33 2UG' ? [53.4, -2.3] : undefined),
    )
    expect(facts).toMatchObject({
      id: '/services/club/',
      ages: [4, 25],
      lacks: ['bsl'],
      places: [[53.4, -2.3]],
      reach: ['online', 'area-wide'],
    })
    expect(facts.holds).toMatchObject({
      need: ['autism'],
      cost: ['free'],
      in: ['self'],
      access: ['wheelchair'],
      day: ['weekday', 'weekend', 'evening'],
      period: ['term', 'holidays'],
      town: ['sale'],
    })
  })
  it('say nothing of what the record does not state', () => {
    const facts = factsOf('club', serviceWith({ gettingIt: { free: false } }), nowhere)
    expect(facts.ages).toBeUndefined()
    expect(facts.holds).toMatchObject({ need: [], cost: ['paid'], day: [], period: [], access: [], town: [] })
    expect(facts.places).toEqual([])
  })
  it('count the day of a single session', () => {
    const session = { key: 'a', on: '2026-11-28', opens: '10:00', closes: '12:00' }
    const { holds } = factsOf('club', serviceWith({ when: { sessions: [session] } }), nowhere)
    expect(holds.day).toEqual(['weekend'])
  })
})

const facts: fc.Arbitrary<ServiceFacts> = fc.record({
  id: fc.uuid(),
  ages: fc.constantFrom(undefined, [0, 0] as const, [4, 11] as const),
  holds: fc
    .tuple(...filterGroups.map(() => fc.subarray(['a', 'b', 'c'])))
    .map((lists) => Object.fromEntries(filterGroups.map(({ name }, at) => [name, lists[at] ?? []]))),
  lacks: fc.subarray(['c', 'd']),
  places: fc
    .array(fc.tuple(fc.integer({ min: 500_000, max: 600_000 }), fc.integer({ min: -30_000, max: 0 })))
    .map((places) => places.map(([north, east]) => [north / 1e4, east / 1e4] as const)),
  reach: fc.subarray(['online', 'at-home'] as const),
})

describe('the file of facts', () => {
  it('gives back what was packed', () => {
    fc.assert(
      fc.property(fc.array(facts), (services) => {
        const numbered = services.map((service, number) => ({ ...service, id: String(number) }))
        const travelled = <T>(file: T): T => JSON.parse(JSON.stringify(file))
        const facts = unpackFacts(travelled(packFacts(services)))
        expect(withPlaces(facts, travelled(packPlaces(services)))).toEqual(numbered)
      }),
    )
  })
})
