import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { timeLimit, timeLimits } from './time-limits.ts'

const guides = fileURLToPath(new URL('../content/guides/', import.meta.url))

test('a time limit says what it is, what kind of rule it is and where it stands', () => {
  expect(timeLimit('ehc-final-plan')).toEqual({
    words: 'within 20 weeks of the request',
    kind: 'law',
    source: 'SEND Regulations 2014 (SI 2014/1530), regulation 13',
    checkedOn: '2026-11-22',
  })
})

test('a key that nobody wrote down gives nothing', () => {
  expect(timeLimit('ehc-final-pIan')).toBeUndefined()
  expect(timeLimit('toString')).toBeUndefined()
  expect(timeLimit(undefined)).toBeUndefined()
})

test('the words of every limit can stand in the middle of a sentence', () => {
  for (const { words } of Object.values(timeLimits))
    expect(words).toMatch(/^(within|at least|at most|by|before|from) .*[^.]$/)
})

test('every time limit that a guide prints is one of these', () => {
  const printed = readdirSync(guides).flatMap((file) =>
    [...readFileSync(guides + file, 'utf8').matchAll(/<TimeLimit\s+name="([^"]*)"/g)].map(
      (match) => match[1],
    ),
  )
  expect(printed).not.toEqual([])
  expect(printed.filter((name) => timeLimit(name ?? '') === undefined)).toEqual([])
})

test('a guide types no number of days, weeks or months itself', () => {
  const typed = readdirSync(guides).flatMap((file) =>
    [
      ...readFileSync(guides + file, 'utf8')
        .replace(/^---[\s\S]*?\n---/, '')
        .matchAll(limitInWords),
    ].map((match) => `${file}: ${match[0]}`),
  )
  expect(typed).toEqual([])
})

test('a pathway or a route types none either: its steps name limits by their keys', () => {
  expect(['pathways', 'routes'].flatMap(typedIn)).toEqual([])
})

test('Easy Read says limits in the words of those that stand here', () => {
  const words = Object.values(timeLimits).map((limit) => limit.words)
  const unknown = typedIn('easy-read').filter((typed) => !words.some((each) => each.includes(typed)))
  expect(unknown).toEqual([])
})

/** The limits that the records of a folder type themselves, in fields and text; what families search for is not said by us. */
function typedIn(folder: string): string[] {
  const path = fileURLToPath(new URL(`../content/${folder}/`, import.meta.url))
  return readdirSync(path).flatMap((file) =>
    [
      ...readFileSync(path + file, 'utf8')
        .replace(/^keywords:\n(?: {2}- .*\n)+/m, '')
        .matchAll(limitInWords),
    ].map(([typed]) => typed),
  )
}

const limitInWords = /\b\d+ (?:(?:working|school|calendar) )?(?:days?|weeks?|months?)\b/gi
