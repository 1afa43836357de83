import { expect, it } from 'vitest'
import { laterSteps } from './later-steps.ts'

const steps = [
  { key: 'ask', title: 'You ask' },
  { key: 'yes', title: 'The council says yes' },
  { key: 'no', title: 'The council says no', joins: 'or' },
  { key: 'plan', title: 'You get a plan', joins: '' },
]

it('offers the steps below, numbered as the page numbers them', () => {
  expect(laterSteps(steps, 0, '')).toEqual([
    { value: 'yes', label: '2: The council says yes' },
    { value: 'no', label: '2, or: The council says no' },
    { value: 'plan', label: '3: You get a plan' },
  ])
  expect(laterSteps(steps, 3, undefined)).toEqual([])
})

it('leaves out a step that was not saved yet, since nothing can lead to it', () => {
  expect(laterSteps([...steps, { title: 'New' }], 2, '').map(({ value }) => value)).toEqual(['plan'])
})

it('keeps what is chosen, also when it is a step above or one that is gone', () => {
  expect(laterSteps(steps, 2, 'ask')[0]).toEqual({ value: 'ask', label: '1: You ask' })
  expect(laterSteps(steps, 2, 'lost')[0]).toEqual({ value: 'lost', label: 'lost (there is no such step)' })
})

it('offers every step while it is not known which one is asked about, and none without steps', () => {
  expect(laterSteps(steps, undefined, '')).toHaveLength(4)
  expect(laterSteps(undefined, 0, '')).toEqual([])
})
