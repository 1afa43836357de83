import { expect, it } from 'vitest'
import { chosenFrom, countInWords, filterOf, isChosen, searchOf } from './filter-list.ts'

const terms = [
  { id: 'health', label: 'Health' },
  { id: 'ehc', label: 'EHC plans' },
  { id: 'work', label: 'Work' },
]
const items = [
  { topic: ['health'], year: ['2017'] },
  { topic: ['ehc'], year: ['2017'] },
  { topic: ['ehc'], year: [] },
]
const topic = filterOf({ name: 'topic', label: 'Topic', base: '/said/topic/' }, terms, items)

it('offers only answers that keep something, with how many', () => {
  expect(topic.options).toEqual([
    { id: 'health', label: 'Health', count: 1, href: '/said/topic/health/' },
    { id: 'ehc', label: 'EHC plans', count: 2, href: '/said/topic/ehc/' },
  ])
})

it('reads choices from the address and writes them back, passing over what it does not know', () => {
  const chosen = chosenFrom('?topic=ehc&colour=blue', [topic])
  expect([...chosen]).toEqual([['topic', 'ehc']])
  expect(searchOf(chosen)).toBe('?topic=ehc')
  expect(chosenFrom('?topic=nothing', [topic]).size).toBe(0)
  expect(searchOf(new Map())).toBe('')
})

it('keeps items that have every answer', () => {
  const kept = (chosen: [string, string][]) => items.filter((item) => isChosen(item, new Map(chosen))).length
  expect(kept([])).toBe(3)
  expect(kept([['topic', 'ehc']])).toBe(2)
  expect(
    kept([
      ['topic', 'ehc'],
      ['year', '2017'],
    ]),
  ).toBe(1)
})

it('says how many are shown', () => {
  const words = ['comment', 'comments'] as const
  expect(countInWords(26, 26, words)).toBe('All 26 comments')
  expect(countInWords(1, 26, words)).toBe('1 of 26 comments')
  expect(countInWords(0, 26, words)).toBe('No comment is like that. Choose fewer answers.')
  expect(countInWords(1, 1, words)).toBe('All 1 comment')
})
