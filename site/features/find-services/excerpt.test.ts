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

it.each([
  [
    'a label',
    'Nursing at home Who it is for Ages: Birth to 18. Needs: Medical condition.',
    'birth',
    'Ages: [Birth] to',
  ],
  [
    'a label of two words',
    'There is parking on level two with lifts Not stated: Quiet space. Ask.',
    'quiet',
    'Not stated: [Quiet]',
  ],
  [
    'a sentence',
    'One two three four five six. We also swim in the pool. It is warm.',
    'swimming',
    'We also [swim]',
  ],
  [
    'a sentence a little further before',
    `${'Come and play. '.repeat(5)}On most days of the week many children swim here.`,
    'swim',
    'On most days of the week many children [swim]',
  ],
  [
    'no end that is short for a word',
    'Held in the hall of St. Mary and near the pool.',
    'near',
    'Held in the hall of St.',
  ],
])('begins with %s', (_what, text, word, beginning) => {
  expect(shown(text, word).slice(0, beginning.length)).toBe(beginning)
})

it('begins in the midst of a long sentence, and where else a word would be lost', () => {
  const long = 'word '.repeat(20)
  expect(shown(`${long}swim`, 'swim')).toBe(`${'word '.repeat(6)}[swim]`)
  const twoFarApart = `Here. Now there is one two three four swim ${'and '.repeat(14)}dance and sing.`
  expect(shown(twoFarApart, 'swim', 'dance')).toMatch(/^there is one two three four \[swim\] .*\[dance\]/)
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
