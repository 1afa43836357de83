import { describe, expect, it } from 'vitest'
import type { Concern } from '#protocol/concerns.ts'
import { createConcernDesk, partConcerns } from './concern-desk.ts'
import { reminderFor, standingOfConcern, tellFirst, titleOfConcern } from './concern-words.ts'

const minute = 60_000

const concern = (id: string, changes: Partial<Concern> = {}): Concern => ({
  ...{ id, conversationId: 'talk', reference: 'LO-7KQ4-2M9X', about: 'child', reason: '' },
  ...{ raisedBy: 'sam', raisedByName: 'Sam', raisedAt: 0, acknowledgeBy: 30 * minute, acknowledgedAt: null },
  ...{ ownerId: null, ownerName: null, escalatedAt: null, reviewOn: null, outcome: null },
  ...{ closedAt: null, closeReason: null, held: true, told: [], ...changes },
})
const answered = { acknowledgedAt: 1, ownerId: 'lee', ownerName: 'Lee' }

describe('concerns on the desk', () => {
  it('that wait for an answer come first, those that neither are open nor hold anything last', () => {
    const all = [
      concern('answered', answered),
      concern('waits'),
      concern('closed', { ...answered, closedAt: 2, held: false }),
      concern('holds', { ...answered, closedAt: 2 }),
    ]
    const { unanswered, current, closed } = partConcerns(all)
    expect(unanswered.map(({ id }) => id)).toEqual(['waits'])
    expect(current.map(({ id }) => id)).toEqual(['waits', 'answered', 'holds'])
    expect(closed.map(({ id }) => id)).toEqual(['closed'])
  })

  it('say how long a lead still has, who has it and what comes next', () => {
    expect(standingOfConcern(concern('a'), 6 * minute)).toBe('24 minutes left to answer')
    expect(standingOfConcern(concern('a'), 31 * minute)).toBe('Late: no lead has answered')
    expect(standingOfConcern(concern('a', answered), 0)).toBe('With Lee')
    expect(standingOfConcern(concern('a', { ...answered, reviewOn: '2026-12-01' }), 0)).toBe(
      'With Lee, review on 1 December 2026',
    )
    expect(standingOfConcern(concern('a', { closedAt: 1 }), 0)).toBe('Closed, still held')
  })

  it('remind leads until somebody has answered', () => {
    expect(reminderFor([concern('a')], 0)).toBe('A safeguarding concern waits. Answer within 30 minutes.')
    expect(reminderFor([concern('a'), concern('b')], 31 * minute)).toBe(
      '2 safeguarding concerns wait. The time to answer is over.',
    )
    expect(reminderFor([], 0)).toBe('')
  })

  it('offer first whom the law wants told', () => {
    const abouts = (['child', 'adult', 'staff', 'unknown'] as const).map((about) => ({ about }))
    expect(abouts.map(tellFirst)).toEqual(['children', 'adults', 'officer', 'children'])
    expect(abouts.map(titleOfConcern)).toContain('Concern about a member of staff')
  })

  it('are replaced as they change, and share the hold of their conversation', () => {
    const desk = createConcernDesk(async () => null)
    desk.hear(concern('a'))
    desk.hear(concern('b', { raisedAt: 1 }))
    desk.hear(concern('a', { ...answered, held: false }))
    const heard = desk.view.value.concerns
    expect(heard.map(({ id, held, ownerName }) => [id, held, ownerName])).toEqual([
      ['a', false, 'Lee'],
      ['b', false, null],
    ])
  })

  it('that could not be stored say so, and prompts follow the list of words', async () => {
    const desk = createConcernDesk(async () => null)
    expect(await desk.acknowledge('a')).toMatch(/not stored yet/)
    desk.hearWords(['bridge'])
    expect(desk.view.value.findDanger('On the bridges')).toEqual(['bridge'])
    desk.hearWords([])
    expect(desk.view.value.findDanger('On the bridges')).toEqual([])
  })
})
