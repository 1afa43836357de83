import { expect, it } from 'vitest'
import { interpreterFor, interpreterLanguage } from './wishes.ts'

it('a wish for an interpreter carries the language, when it was said', () => {
  expect(interpreterFor(' Polish ')).toBe('An interpreter: Polish')
  expect(interpreterLanguage(interpreterFor('Polish'))).toBe('Polish')
  expect(interpreterLanguage(interpreterFor(''))).toBe('')
  expect(interpreterLanguage('Easy Read')).toBeNull()
})
