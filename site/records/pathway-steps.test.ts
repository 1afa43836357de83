import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { groupSteps, type PlacedStep, pathwayContradictions } from './pathway-steps.ts'

const step = (key: string, more: Omit<PlacedStep, 'key'> = {}): PlacedStep => ({ key, ...more })

describe('the steps of a pathway', () => {
  it('have numbers of their own; a step beside another has its number', () => {
    const groups = groupSteps([step('ask'), step('wait'), step('appeal', { joins: 'or' }), step('plan')])
    expect(
      groups.map(({ number, step: { key }, beside }) => [number, key, beside.map((each) => each.key)]),
    ).toEqual([
      [1, 'ask', []],
      [2, 'wait', ['appeal']],
      [3, 'plan', []],
    ])
  })

  it('may branch, skip and end early', () => {
    expect(
      pathwayContradictions([
        step('decision', { goesTo: 'draft' }),
        step('no', { joins: 'or' }),
        step('appeal', { endsHere: true }),
        step('draft'),
      ]),
    ).toEqual([])
  })

  it('need an end', () => {
    expect(pathwayContradictions([])).toEqual([
      ['steps', 'A pathway needs an end, so it needs at least one step. Add it'],
    ])
  })

  it('never go round in a circle', () => {
    expect(pathwayContradictions([step('plan'), step('review', { goesTo: 'plan' })])).toEqual([
      ['steps.1.goesTo', expect.stringContaining('the step “plan” leads back to this one')],
    ])
    expect(pathwayContradictions([step('alone', { goesTo: 'alone' })])).toHaveLength(1)
  })

  it('lead to a step that there is', () => {
    expect(pathwayContradictions([step('ask', { goesTo: 'nowhere' }), step('plan')])).toEqual([
      ['steps.0.goesTo', 'there is no step “nowhere”. Use one of: plan'],
    ])
  })

  it('are all reached', () => {
    expect(pathwayContradictions([step('ask', { goesTo: 'plan' }), step('lost'), step('plan')])).toEqual([
      ['steps.1.title', 'no step leads here. Change where an earlier step goes, or remove this one'],
    ])
  })

  it('do not begin beside nothing, nor end and go on', () => {
    expect(
      pathwayContradictions([step('ask', { joins: 'or', endsHere: true, goesTo: 'ask' })]),
    ).toMatchObject([
      ['steps.0.joins', expect.stringContaining('no step above it')],
      ['steps.0.endsHere', expect.stringContaining('Choose one')],
    ])
  })

  it('are right whenever each goes to a later one, and none is left out', () => {
    const steps = fc
      .array(fc.constantFrom(undefined, 'or' as const, 'and' as const), { minLength: 1, maxLength: 12 })
      .map((joins) => joins.map((each, index) => step(`s${index}`, index === 0 ? {} : { joins: each })))
    fc.assert(fc.property(steps, (each) => pathwayContradictions(each).length === 0))
  })
})
