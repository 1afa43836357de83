import { expect, it } from 'vitest'
import { excerptOf, formsIn, foundWords, markedParts } from './excerpt.ts'

const shown = (text: string, ...words: string[]) =>
  excerptOf(text, words)
    .map(({ text, found }) => (found ? `[${text}]` : text))
    .join('')

it('shows the piece of a text that holds most of the words, marked in all their forms', () => {
  const text = `A club. ${'Many other things happen here too. '.repeat(8)}We swim in the pool. ‘Swims’ and therapies.`
  expect(shown(text, 'swimming', 'therapy')).toContain('We [swim] in the pool. ‘[Swims’] and [therapies].')
  expect(shown(text, 'swimming', 'therapy').split(' ').length).toBeLessThan(25)
})

it('begins with what was found when it stands first', () => {
  expect(excerptOf('Swim now', ['swim'])[0]).toEqual({ text: 'Swim', found: true })
})

it('is nothing when the text holds none of the words', () => {
  expect(excerptOf('Paint and draw', ['swim'])).toEqual([])
  expect(excerptOf('', ['swim'])).toEqual([])
})

it('marks the same words in a name or summary, whole words only', () => {
  const words = foundWords(excerptOf('Swimming, and swim clubs', ['swim']))
  expect(words).toEqual(['swimming', 'swim'])
  expect(markedParts('Swim, swimmer', words)).toEqual([
    { text: 'Swim', found: true },
    { text: ', ', found: false },
    { text: 'swimmer', found: false },
  ])
})

it('finds in a name what was looked for, also where the text says it in other words', () => {
  expect(formsIn('Children’s speech and language therapy', ['speech', 'therapies'])).toEqual([
    'speech',
    'therapy',
  ])
  expect(formsIn('Swimming club', [])).toEqual([])
})
