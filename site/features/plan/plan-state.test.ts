import { describe, expect, it } from 'vitest'
import { changesSince, countStates, dueInWords, stateOfAction, stateOfMilestone } from './plan-state.ts'

const live = { plan: { archived: false }, thisMonth: '2026-11' }
const archived = { plan: { archived: true }, thisMonth: '2026-11' }
const milestone = {
  key: 'a',
  title: 'A',
  due: '2026-10',
  dueIs: undefined,
  dueWords: undefined,
  doneOn: undefined,
  evidence: undefined,
}
const onTrack = { ...milestone, state: 'on-track' } as const
const done = { ...milestone, state: 'done', doneOn: '2026-10' } as const

describe('a milestone', () => {
  it('is overdue when its month has passed and it is not done', () => {
    expect(stateOfMilestone(onTrack, live)).toBe('overdue')
    expect(stateOfMilestone({ ...onTrack, due: '2026-11' }, live)).toBe('on-track')
    expect(stateOfMilestone(done, live)).toBe('done')
    expect(stateOfMilestone({ ...onTrack, due: undefined }, live)).toBe('on-track')
  })
  it('that goes on from a month is overdue only if it has not begun', () => {
    expect(stateOfMilestone({ ...onTrack, dueIs: 'from' }, live)).toBe('on-track')
    expect(stateOfMilestone({ ...onTrack, dueIs: 'from', state: 'not-started' }, live)).toBe('overdue')
  })
  it('of an archived plan is never overdue', () => {
    expect(stateOfMilestone({ ...onTrack, due: '2017-05' }, archived)).toBe('on-track')
  })
  it('says its date as it was stated', () => {
    expect(dueInWords({ ...milestone, dueIs: 'by' })).toBe('By October 2026')
    expect(dueInWords({ ...milestone, dueIs: 'from' })).toBe('From October 2026')
    expect(dueInWords({ ...milestone, dueWords: 'Autumn term 2021' })).toBe('Autumn term 2021')
    expect(dueInWords({ ...milestone, due: undefined })).toBe('No date is stated')
  })
})

describe('an action', () => {
  const action = (...milestones: (typeof onTrack | typeof done)[]) => ({ state: undefined, milestones })
  it('is done when all its milestones are', () => {
    expect(stateOfAction(action(done, done), live)).toBe('done')
    expect(stateOfAction(action(done, { ...onTrack, due: '2027-01' }), live)).toBe('on-track')
  })
  it('stands where its worst milestone does', () => {
    expect(stateOfAction(action(done, onTrack), live)).toBe('overdue')
  })
  it('without milestones stands where somebody said', () => {
    expect(stateOfAction({ state: 'at-risk', milestones: [] }, live)).toBe('at-risk')
  })
  it('of which nothing is known has no outcome', () => {
    const silent = { ...milestone, state: 'no-outcome' } as const
    expect(stateOfAction({ state: undefined, milestones: [silent] }, archived)).toBe('no-outcome')
    expect(stateOfAction({ state: undefined, milestones: [silent, done] }, archived)).toBe('on-track')
  })
})

describe('a plan', () => {
  it('counts milestones by where they stand, and actions that have none', () => {
    const rest = { title: 'T', leads: [], starts: undefined, doneOn: undefined, evidence: undefined }
    const actions = [
      { ...rest, key: 'a', state: undefined, milestones: [onTrack, done] },
      { ...rest, key: 'b', state: 'not-started' as const, milestones: [] },
    ]
    expect(countStates([{ actions }], live)).toEqual([
      { id: 'overdue', label: 'Overdue', count: 1 },
      { id: 'not-started', label: 'Not started', count: 1 },
      { id: 'done', label: 'Done', count: 1 },
    ])
  })
  it('tells what changed since a month, the newest first', () => {
    const changes = ['2016-12', '2017-01', '2017-05'].map((when) => ({ key: when, when, what: when }))
    expect(changesSince([{ title: 'O', changes }], '2017-01').map(({ when }) => when)).toEqual([
      '2017-05',
      '2017-01',
    ])
  })
})
