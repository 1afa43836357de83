import { describe, expect, it } from 'vitest'
import { addressOf, filtersOf, isEmpty, queryOf, toggled } from './search-query.ts'

const swimming = { words: 'swimming', categories: ['sport-leisure'], needs: ['autism', 'hearing'] }

describe('the address of a search', () => {
  it('can be shared: reading it back gives the same search', () => {
    expect(addressOf(swimming)).toBe('q=swimming&category=sport-leisure&need=autism&need=hearing')
    expect(queryOf(new URLSearchParams(addressOf(swimming)))).toEqual(swimming)
  })
  it('keeps signs that mean something in addresses', () => {
    const query = { words: 'Q&A + 50% “café”', categories: [], needs: [] }
    expect(queryOf(new URLSearchParams(addressOf(query)))).toEqual(query)
  })
  it('leaves out what nobody knows and what stands twice', () => {
    expect(queryOf(new URLSearchParams('q= a &need=autism&need=autism&need=x&category=y'))).toEqual({
      words: 'a',
      categories: [],
      needs: ['autism'],
    })
  })
  it('is empty when nothing is asked', () => {
    const nothing = queryOf(new URLSearchParams('q=%20'))
    expect(isEmpty(nothing)).toBe(true)
    expect(addressOf(nothing)).toBe('')
  })
})

it('a filter is switched on and off again', () => {
  const on = toggled(swimming, 'needs', 'vision')
  expect(on.needs).toEqual(['autism', 'hearing', 'vision'])
  expect(toggled(on, 'needs', 'vision')).toEqual(swimming)
})

it('several terms of one kind mean any of them', () => {
  expect(filtersOf(swimming, swimming.needs)).toEqual({
    collection: 'services',
    category: { any: ['sport-leisure'] },
    need: { any: ['autism', 'hearing'] },
  })
  expect(filtersOf({ words: 'x', categories: [], needs: [] }, [])).toEqual({ collection: 'services' })
})
