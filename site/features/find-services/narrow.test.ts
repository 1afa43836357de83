import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerOf, countsOf, narrow, widenings } from './narrow.ts'
import { emptyQuery, filtersOn, type SearchQuery, toggled, without } from './search-query.ts'
import type { ServiceFacts } from './service-facts.ts'

const home = [53.42, -2.32] as const

const facts: fc.Arbitrary<ServiceFacts> = fc.record({
  id: fc.uuid(),
  ages: fc.option(
    fc
      .tuple(fc.nat(25), fc.nat(25))
      .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const),
    { nil: undefined },
  ),
  holds: fc.record({
    need: fc.subarray(['autism', 'hearing', 'vision']),
    cost: fc.constantFrom([], ['free'], ['paid']),
    access: fc.subarray(['wheelchair', 'toilet']),
    town: fc.subarray(['sale', 'urmston'], { maxLength: 1 }),
  }),
  lacks: fc.subarray(['bsl', 'quietSpace']),
  places: fc.array(
    fc.tuple(fc.double({ min: 53, max: 54, noNaN: true }), fc.double({ min: -3, max: -2, noNaN: true })),
    { maxLength: 2 },
  ),
  reach: fc.subarray(['online', 'area-wide'] as const),
})

const queries: fc.Arbitrary<SearchQuery> = fc.record({
  words: fc.constant(''),
  ages: fc.constantFrom(undefined, [7, 7] as const, [5, 10] as const),
  chosen: fc.record(
    {
      need: fc.subarray(['autism', 'hearing'], { minLength: 1 }),
      cost: fc.constant(['free']),
      access: fc.subarray(['wheelchair', 'bsl'], { minLength: 1 }),
      town: fc.constant(['sale']),
    },
    { requiredKeys: [] },
  ),
  stated: fc.subarray(['need', 'cost', 'age', 'distance'] as const),
  near: fc.constant('M33 2UG'),
  miles: fc.constantFrom(undefined, 3, 10),
  order: fc.constant(undefined),
})

describe('filters', () => {
  it('keep what says yes, keep what does not say unless it must, and drop what says no', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 20 }), queries, (services, query) => {
        const { stated, unsaid } = narrow(services, query, home)
        for (const service of services) {
          const answers = filtersOn(query).map((name) => [name, plainAnswer(service, query, name)] as const)
          const dropped = answers.some(
            ([name, answer]) => answer === 'no' || (answer === 'unsaid' && query.stated.includes(name)),
          )
          const open = answers.some(([, answer]) => answer === 'unsaid')
          expect(unsaid.includes(service)).toBe(!dropped && open)
          expect(stated.includes(service)).toBe(!dropped && !open)
        }
      }),
    )
  })
  it('never lose a service because one of its fields is empty', () => {
    fc.assert(
      fc.property(facts, queries, (service, query) => {
        const blank = { ...service, ages: undefined, holds: {}, lacks: [], places: [], reach: [] }
        const { unsaid } = narrow([blank], { ...query, stated: [] }, home)
        expect(unsaid.length === 1 || filtersOn({ ...query, stated: [] }).length === 0).toBe(true)
      }),
    )
  })
  it('count what each option would leave', () => {
    fc.assert(
      fc.property(fc.array(facts, { maxLength: 20 }), queries, (services, query) => {
        const alone = toggled(without(query, 'need'), 'need', 'autism')
        const left = narrow(services, { ...alone, stated: [...without(query, 'need').stated, 'need'] }, home)
        expect(countsOf(services, query, home).terms['need']?.['autism'] ?? 0).toBe(
          left.stated.length + left.unsaid.length,
        )
      }),
    )
  })
  it('say which one to leave out and how many that brings', () => {
    const autism = service({ holds: { need: ['autism'], cost: ['paid'] } })
    const query = { ...emptyQuery, chosen: { need: ['autism'], cost: ['free'] } }
    expect(widenings([autism], query, undefined)).toEqual([{ drop: 'cost', brings: 1 }])
  })
})

describe('one filter', () => {
  it('takes ages that overlap', () => {
    const query = { ...emptyQuery, ages: [5, 10] as const }
    expect(answerOf(service({ ages: [8, 14] }), query, 'age', undefined)).toBe('yes')
    expect(answerOf(service({ ages: [11, 14] }), query, 'age', undefined)).toBe('no')
  })
  it('takes each access feature as a question of its own', () => {
    const query = { ...emptyQuery, chosen: { access: ['bsl'] } }
    expect(answerOf(service({ holds: { access: ['wheelchair'] } }), query, 'access', undefined)).toBe(
      'unsaid',
    )
    expect(answerOf(service({ lacks: ['bsl'] }), query, 'access', undefined)).toBe('no')
  })
  it('keeps what is online or for the whole area, however far', () => {
    const far = { places: [[50, -5] as const] }
    const query = { ...emptyQuery, near: 'M33 2UG', miles: 1 }
    expect(answerOf(service(far), query, 'distance', home)).toBe('no')
    expect(answerOf(service({ ...far, reach: ['online'] }), query, 'distance', home)).toBe('yes')
    expect(answerOf(service({}), query, 'distance', home)).toBe('unsaid')
  })
})

function service(more: Partial<ServiceFacts>): ServiceFacts {
  return { id: 'a', ages: undefined, holds: {}, lacks: [], places: [], reach: [], ...more }
}

/** The rules again, written down as plainly as can be. */
function plainAnswer(each: ServiceFacts, query: SearchQuery, name: ReturnType<typeof filtersOn>[number]) {
  const answer = (said: boolean, fits: boolean) => (fits ? 'yes' : said ? 'no' : 'unsaid')
  if (name === 'age') {
    const wanted = query.ages ?? [0, 25]
    const years = Array.from({ length: 26 }, (_, year) => year)
    const within = (span: readonly [number, number]) =>
      years.filter((year) => year >= span[0] && year <= span[1])
    const ages = each.ages
    return answer(
      ages !== undefined,
      ages !== undefined && within(ages).some((year) => within(wanted).includes(year)),
    )
  }
  if (name === 'distance') {
    const close = (place: readonly [number, number]) =>
      roughMiles(place) <= (query.miles ?? Number.POSITIVE_INFINITY)
    return answer(each.places.length > 0, each.reach.length > 0 || each.places.some(close))
  }
  const held = each.holds[name] ?? []
  const wanted = query.chosen[name]
  if (wanted === undefined) return answer(false, held.length > 0)
  const everywhere = name === 'town' && each.reach.length > 0
  const said = name === 'access' ? wanted.every((id) => each.lacks.includes(id)) : held.length > 0
  return answer(said, everywhere || wanted.some((id) => held.includes(id)))
}

function roughMiles([north, east]: readonly [number, number]): number {
  const degree = Math.PI / 180
  const cosine =
    Math.sin(home[0] * degree) * Math.sin(north * degree) +
    Math.cos(home[0] * degree) * Math.cos(north * degree) * Math.cos((home[1] - east) * degree)
  return 3958.8 * Math.acos(Math.min(1, cosine))
}
