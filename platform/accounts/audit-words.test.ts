import { expect, it } from 'vitest'
import { actionsOfKind, wordsOfAction } from './audit-words.ts'

it('finds and reads entries from when an action had another name', () => {
  expect(wordsOfAction('discard')).toEqual(wordsOfAction('throw-away'))
  expect(actionsOfKind('content')).toEqual(expect.arrayContaining(['discard', 'throw-away']))
})

it('has no words for what this version does not know', () => {
  expect(wordsOfAction('of-a-newer-version')).toBeUndefined()
})
