import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mileSteps } from './filter-groups.ts'
import { addressOf, linkPartOf, queryOf } from './search-address.ts'
import { emptyQuery, orders, type SearchQuery } from './search-query.ts'

const towns = ['Old Trafford', 'Sale']
const some = <T>(...terms: readonly T[]) => fc.subarray([...terms], { minLength: 1 })

const queries: fc.Arbitrary<SearchQuery> = fc.record({
  words: fc.string({ maxLength: 40 }).map((words) => words.trim()),
  ages: fc.option(
    fc
      .tuple(fc.nat(25), fc.nat(25))
      .map(([one, other]) => [Math.min(one, other), Math.max(one, other)] as const),
    { nil: undefined },
  ),
  chosen: fc.record(
    {
      need: some('autism', 'hearing', 'vision'),
      category: some('travel', 'schools'),
      cost: some('free'),
      town: some('old-trafford', 'sale'),
    },
    { requiredKeys: [] },
  ),
  stated: fc.subarray(['age', 'cost', 'distance', 'access'] as const),
  near: fc.constantFrom('M33 2UG', 'WA14 1AB', undefined),
  miles: fc.constantFrom(...mileSteps, undefined),
  order: fc.constantFrom(...orders, undefined),
})

describe('the address of a search', () => {
  it('can be shared: reading it back gives the same search', () => {
    fc.assert(
      fc.property(queries, (query) => {
        expect(queryOf(addressOf(query), towns)).toEqual({ query, unknown: [] })
      }),
    )
  })
  it('never sends the postcode: it stands behind the #', () => {
    const query = { ...emptyQuery, words: 'swim', near: 'M33 2UG', miles: 3 }
    expect(addressOf(query)).toEqual({ search: 'q=swim', hash: 'near=M33+2UG&within=3' })
    expect(linkPartOf(query)).toBe('?q=swim#near=M33+2UG&within=3')
    expect(linkPartOf(emptyQuery)).toBe('')
  })
  it('leaves out what nobody knows, names it, and keeps the rest', () => {
    const search = 'q= a &need=autism&need=autism&need=magic&age=99&sort=best&colour=red&utm_source=mail'
    expect(queryOf({ search, hash: 'near=x&within=7' }, towns)).toEqual({
      query: { ...emptyQuery, words: 'a', chosen: { need: ['autism'] } },
      unknown: ['need=magic', 'near=x', 'age=99', 'within=7', 'sort=best', 'colour=red'],
    })
  })
  it('takes a jump within the page for what it is', () => {
    expect(queryOf({ search: 'q=a', hash: 'main' }, towns).unknown).toEqual([])
  })
})
