import { expect, test } from 'vitest'
import { readingAge } from './reading-age.ts'

const easy = 'You can ask for help. We will call you back.'
const hard =
  'Notwithstanding the aforementioned considerations, the authority’s determination regarding eligibility remains discretionary.'

test('short words in short sentences suit a younger reader than long ones', () => {
  expect(readingAge([easy], [], 11).age).toBeLessThan(7)
  expect(readingAge([hard], [], 11).age).toBeGreaterThan(20)
})

test('the formula is Flesch-Kincaid’s grade, plus five years', () => {
  // 1 sentence, 13 words, 24 syllables by the library: 0.39 × 13 + 11.8 × 24 / 13 − 15.59 + 5.
  expect(
    readingAge(['the platypus is seemingly a hybrid of a mammal and reptilian creature today'], [], 11).age,
  ).toBeCloseTo(0.39 * 13 + (11.8 * 24) / 13 - 15.59 + 5, 1)
})

test('whole terms of the glossary and names are read as short words, and their share is told', () => {
  const plain = readingAge(['An assessment helps the local community.'], [], 11)
  const known = readingAge(
    ['An assessment helps the local community.'],
    ['local community', 'assessment'],
    11,
  )
  expect(known.age).toBeLessThan(plain.age)
  expect(plain.leftOut).toBe(0)
  expect(known.leftOut).toBeCloseTo(3 / 6)
  expect(readingAge(['A community needs help.'], ['local community'], 11).leftOut).toBe(0)
  expect(readingAge(['Write to Trafford.'], [], 11).leftOut).toBeCloseTo(1 / 3)
})

test('hard sentences are listed, the hardest first, so that a writer knows where to begin', () => {
  const found = readingAge([easy, `${hard} ${easy}`], [], 11).hard
  expect(found.map(({ sentence }) => sentence)).toEqual([hard])
})

test('nothing to read is easy', () => {
  expect(readingAge([], [], 11)).toEqual({ age: 0, words: 0, leftOut: 0, hard: [] })
})
