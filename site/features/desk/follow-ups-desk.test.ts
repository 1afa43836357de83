import { expect, it } from 'vitest'
import type { FollowUp } from '#protocol/desk-follow-ups.ts'
import type { Wire } from '../conversation/wire.ts'
import { createFollowUpsDesk, dueInWords, partFollowUps } from './follow-ups-desk.ts'

const followUp = (id: string, dueOn: string, doneAt: number | null = null): FollowUp => ({
  ...{ id, conversationId: 'c1', reference: 'LO-7KQ4-2M9X', visitorName: 'Kim', dueOn, text: id, doneAt },
})

it('parts what is due today from what is overdue, later and done', () => {
  const all = [
    followUp('later', '2026-12-01'),
    followUp('today', '2026-11-23'),
    followUp('older', '2026-11-02'),
    followUp('old', '2026-11-20'),
    followUp('done', '2026-11-20', 5),
    followUp('done last', '2026-11-19', 9),
  ]
  const parts = partFollowUps(all, '2026-11-23')
  const ids = Object.entries(parts).map(([part, list]) => [part, list.map(({ id }) => id)])
  expect(Object.fromEntries(ids)).toEqual({
    ...{ overdue: ['older', 'old'], today: ['today'], later: ['later'], done: ['done last', 'done'] },
  })
  expect(dueInWords(parts)).toBe('1 for today, 2 overdue')
  expect(dueInWords(partFollowUps([followUp('later', '2026-12-01')], '2026-11-23'))).toBe('')
})

it('is stored once, however often it is tried', async () => {
  const asked: unknown[] = []
  let made = 0
  const ask: Wire['ask'] = async (_event, payload, schema) => {
    asked.push(payload)
    if (asked.length === 1) return null
    return schema.parse({ ok: true, followUp: followUp('f1', '2026-12-01') })
  }
  const newId = () => {
    made += 1
    return `4d5f2c1e-7c1b-4a51-9d5f-00000000000${made}`
  }
  const desk = createFollowUpsDesk({ ask, newId })
  expect(await desk.add('c1', '', 'Ring')).toBe('Choose the day on which you follow it up.')
  expect(await desk.add('c1', '2026-12-01', 'Ring')).toContain('not saved yet')
  expect(await desk.add('c1', '2026-12-01', 'Ring')).toBeNull()
  expect(asked[0]).toEqual(asked[1])
  expect(desk.view.value.map(({ id }) => id)).toEqual(['f1'])
})
