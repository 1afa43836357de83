import { expect, test } from 'vitest'
import { coverageOf } from '#records/coverage.ts'
import { byTopic, coverageInWords } from './coverage-words.ts'

test('items stand under their topics, none lost, in the law’s order', () => {
  const items = coverageOf([], [])
  const topics = byTopic(items)
  expect(topics.flatMap((topic) => topic.items)).toEqual(items)
  expect(topics.map(({ topic }) => topic).slice(0, 2)).toEqual([
    'The duty itself',
    'Education and training in the area',
  ])
})

test('the count says how many are here, by examples only, and missing', () => {
  const items = coverageOf([], [])
  expect(coverageInWords(items)).toBe(
    `0 of ${items.length} are here, 0 by examples only, ${items.length} missing.`,
  )
})
