import { expect, it } from 'vitest'
import { excerptParts, foundWords, markedParts } from './excerpt.ts'

it('marks what was found and reads escaped signs once', () => {
  expect(excerptParts('a &lt;b&gt; <mark>swim</mark> &amp;lt; c')).toEqual([
    { text: 'a <b> ', found: false },
    { text: 'swim', found: true },
    { text: ' &lt; c', found: false },
  ])
})

it('begins with what was found when it stands first', () => {
  expect(excerptParts('<mark>swim</mark> now')[0]).toEqual({ text: 'swim', found: true })
})

it('marks the same words in a name or summary, whole words only', () => {
  const words = foundWords(excerptParts('… <mark>Swimming,</mark> and <mark>swim</mark> swims'))
  expect(words).toEqual(['swimming', 'swim'])
  expect(markedParts('Swim, swimmer', words)).toEqual([
    { text: 'Swim', found: true },
    { text: ', ', found: false },
    { text: 'swimmer', found: false },
  ])
})
