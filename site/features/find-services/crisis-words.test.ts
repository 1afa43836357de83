import { expect, it } from 'vitest'
import { saysCrisis } from './crisis-words.ts'

it.each([
  'self-harm',
  'self harming',
  'Suicidal teenager',
  'I want to die',
  'my son wants to die',
  'I don’t want to live',
])('shows the numbers for a crisis for “%s”', (words) => {
  expect(saysCrisis(words)).toBe(true)
})

it.each(['', 'speech therapy', 'self help', 'diet', 'living on my own', 'skills for life'])(
  'shows them not for “%s”',
  (words) => {
    expect(saysCrisis(words)).toBe(false)
  },
)
