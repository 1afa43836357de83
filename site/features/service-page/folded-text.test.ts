import { expect, it } from 'vitest'
import { foldText } from './folded-text.ts'

const sentence = 'Ring the team and say what has happened since you last spoke to them. '

it('leaves a short answer whole', () => {
  expect(foldText(['Call us.', 'We call back.'])).toEqual({
    shown: ['Call us.', 'We call back.'],
    folded: [],
  })
})

it('leaves an answer whole whose rest would be short', () => {
  expect(foldText([sentence.repeat(7).trim()]).folded).toEqual([])
})

it('folds a lengthy answer at the end of a sentence and loses no word', () => {
  const long = sentence.repeat(12).trim()
  const { shown, folded } = foldText([long])
  expect(shown).toEqual([sentence.repeat(6).trim()])
  expect([...shown, ...folded].join(' ')).toBe(long)
})

it('folds whole lines where they fit', () => {
  const line = sentence.repeat(4).trim()
  expect(foldText([line, line, line])).toEqual({
    shown: [line, sentence.repeat(2).trim()],
    folded: [sentence.repeat(2).trim(), line],
  })
})

it('never shows nothing', () => {
  const endless = 'word '.repeat(300).trim()
  expect(foldText([endless]).shown).toEqual([endless])
})
