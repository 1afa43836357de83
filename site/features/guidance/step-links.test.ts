import { expect, it } from 'vitest'
import { nextStepOf } from './step-links.ts'

const step = (key: string, more: { goesTo?: string; joins?: 'or' | 'and' } = {}) => ({
  key,
  title: `About ${key}`,
  whoActs: 'You',
  what: 'It happens.',
  youCan: [],
  ...more,
})
const steps = [
  step('ask'),
  step('yes', { goesTo: 'plan' }),
  step('no', { joins: 'or' }),
  step('appeal'),
  step('plan'),
]

it('says where a step leads that does not lead to the next number', () => {
  expect(nextStepOf({ goesTo: 'plan' }, steps)).toEqual({ href: '#step-plan', words: 'step 4, “About plan”' })
})

it('gives a step that stands beside another the number of that one', () => {
  expect(nextStepOf({ goesTo: 'no' }, steps)?.words).toBe('step 2, “About no”')
})

it('says nothing of a step that leads to the next', () => {
  expect(nextStepOf({}, steps)).toBeUndefined()
})
