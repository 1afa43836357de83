import { expect, it } from 'vitest'
import { createKeptAnswers } from './kept-answers.ts'

it('lets go of the answers that nobody asked for the longest', () => {
  const kept = createKeptAnswers(10)
  kept.keep('a', new Uint8Array(4))
  kept.keep('b', new Uint8Array(4))
  kept.get('a')
  kept.keep('c', new Uint8Array(4))
  expect(kept.get('a')).toHaveLength(4)
  expect(kept.get('b')).toBeUndefined()
  expect(kept.get('c')).toHaveLength(4)
})

it('keeps nothing that is larger than all it may keep, and counts what is kept again once', () => {
  const kept = createKeptAnswers(10)
  kept.keep('small', new Uint8Array(6))
  kept.keep('large', new Uint8Array(11))
  kept.keep('small', new Uint8Array(9))
  expect(kept.get('large')).toBeUndefined()
  expect(kept.get('small')).toHaveLength(9)
})
