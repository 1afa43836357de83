import { expect, it } from 'vitest'
import { inSentence } from './in-sentence.ts'

it('puts a role or a name into a sentence', () => {
  expect(inSentence('The duty nurse')).toBe('the duty nurse')
  expect(inSentence('SENCO at your school')).toBe('SENCO at your school')
})
