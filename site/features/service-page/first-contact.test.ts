import { expect, it } from 'vitest'
import { roleInSentence } from './first-contact.ts'

it.each([
  ['The club leader', 'the club leader'],
  ['Your school’s SENCO', 'your school’s SENCO'],
  ['Duty nurse', 'the duty nurse'],
  ['SENCO', 'the SENCO'],
  ['Anyone at reception', 'anyone at reception'],
])('puts “%s” into a sentence as “%s”', (role, words) => {
  expect(roleInSentence(role)).toBe(words)
})
