import { expect, it } from 'vitest'
import {
  emptyQuery,
  filtersOn,
  isEmpty,
  readAges,
  readMiles,
  toggled,
  toggledStated,
  without,
  withoutFilters,
} from './search-query.ts'

it('a filter is switched on and off again', () => {
  const on = toggled(emptyQuery, 'need', 'vision')
  expect(on.chosen).toEqual({ need: ['vision'] })
  expect(toggled(on, 'need', 'vision')).toEqual(emptyQuery)
  expect(toggledStated(toggledStated(on, 'cost'), 'cost')).toEqual(on)
})

it('a filter is taken off with what goes with it', () => {
  const query = {
    ...emptyQuery,
    words: 'swim',
    ages: [4, 7] as const,
    chosen: { cost: ['free'] },
    stated: ['cost', 'age'] as const,
    near: 'M33 2UG',
    miles: 3,
  }
  expect(filtersOn(query)).toEqual(['age', 'distance', 'cost'])
  expect(without(query, 'cost')).toEqual({ ...query, chosen: {}, stated: ['age'] })
  expect(without(query, 'age')).toEqual({ ...query, ages: undefined, stated: ['cost'] })
  expect(without(query, 'distance')).toEqual({ ...query, miles: undefined })
  expect(withoutFilters(query)).toEqual({ ...emptyQuery, words: 'swim' })
})

it('stays on the results when all filters are cleared and there are no words', () => {
  expect(isEmpty(emptyQuery)).toBe(true)
  expect(isEmpty(withoutFilters({ ...emptyQuery, ages: [4, 4] }))).toBe(false)
})

it('reads an age, a span of ages, and says what is wrong with others', () => {
  expect(readAges('7')).toEqual([7, 7])
  expect(readAges(' 5 to 10 ')).toEqual([5, 10])
  expect(readAges('5-10')).toEqual([5, 10])
  expect(readAges('0')).toEqual([0, 0])
  expect(readAges('26')).toMatch(/birth to 25/)
  expect(readAges('10 to 5')).toBe('Write the younger age first: 5 to 10.')
  for (const nonsense of ['', 'seven', '-3', '7.5', '1e1']) expect(readAges(nonsense)).toMatch(/such as 7/)
})

it('reads distances that the page offers', () => {
  expect(readMiles('3')).toBe(3)
  expect(readMiles('4')).toBeUndefined()
})
