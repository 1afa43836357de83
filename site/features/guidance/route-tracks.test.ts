import { expect, it } from 'vitest'
import type { Route } from '#records/route.ts'
import { togetherInWords, tracksOf } from './route-tracks.ts'

const step = (key: string, track: Route['steps'][number]['track'], limit?: string) => ({
  key,
  title: key,
  track,
  what: 'Ask.',
  whoDecides: 'The school',
  limit,
  cost: 'Free',
  stopsOtherClocks: false,
  bring: [],
})
const steps = [
  step('talk', 'conversation'),
  step('head', 'complaint'),
  step('assess', 'conversation'),
  step('ombudsman', 'ombudsman', 'ombudsman-council'),
]

it('shows the ways side by side, each with its own steps in order', () => {
  expect(tracksOf(steps).map(({ label, steps: each }) => [label, each.map(({ key }) => key)])).toEqual([
    ['Talk and ask', ['talk', 'assess']],
    ['Complaint', ['head']],
    ['Ombudsman', ['ombudsman']],
  ])
})

it('says that no time limit waits for another, unless one does', () => {
  expect(togetherInWords(steps)).toContain('None of them stops the time limit of another.')
  expect(togetherInWords([{ limit: undefined, stopsOtherClocks: true }])).not.toContain('None')
  expect(togetherInWords([{ limit: undefined, stopsOtherClocks: false }])).not.toContain('None')
})
