import { expect, it } from 'vitest'
import { answerBy, type PromisedTimes } from './promised-answer.ts'

const monday = Date.parse('2026-11-23T12:00:00Z')
const minute = 60_000
const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
const times: PromisedTimes = {
  openingHours: weekdays.map((day) => ({ day, opens: '09:00', closes: '17:00' })),
  bankHolidays: [{ on: '2026-11-24' }],
  helpdesk: { replyWorkingDays: 2 },
}
const left = {
  ...{ state: 'waiting' as const, channel: 'message' as const },
  ...{ startedAt: monday, waitingSince: monday, promisedOn: null },
}
const written = (author: string, sentAt: number) => ({ author, sentAt })

it('gives a chat in the queue the wait that the area aims at, five minutes where it says nothing', () => {
  const chat = { ...left, channel: 'chat' as const }
  expect(answerBy(chat, null, times)).toBe(monday + 5 * minute)
  const patient = { ...times, helpdesk: { replyWorkingDays: 2, chatWaitMinutes: 20 } }
  expect(answerBy(chat, null, patient)).toBe(monday + 20 * minute)
})

it('asks nothing of a chat that somebody has, of what has ended, and of a call that is written down', () => {
  const taken = { ...left, state: 'with-navigator' as const, waitingSince: null }
  expect(answerBy({ ...taken, channel: 'chat' }, written('visitor', monday), times)).toBeNull()
  expect(answerBy({ ...left, state: 'ended' }, null, times)).toBeNull()
  expect(answerBy({ ...taken, channel: 'telephone' }, null, times)).toBeNull()
})

it('gives a message until the end of the promised working day, bank holidays left out', () => {
  expect(answerBy(left, written('visitor', monday), times)).toBe(Date.parse('2026-11-27T00:00:00Z'))
})

it('counts from when the message was left while nobody has taken it, however often the family writes', () => {
  const later = monday + 3 * 86_400_000
  expect(answerBy(left, written('visitor', later), times)).toBe(Date.parse('2026-11-27T00:00:00Z'))
})

it('counts from what the family wrote last once somebody has it, and asks nothing when it is answered', () => {
  const taken = { ...left, state: 'with-navigator' as const, waitingSince: null }
  const thursday = Date.parse('2026-11-26T12:00:00Z')
  expect(answerBy(taken, written('visitor', thursday), times)).toBe(Date.parse('2026-12-01T00:00:00Z'))
  expect(answerBy(taken, written('navigator', thursday), times)).toBeNull()
})

it('promises nothing when no day in sight is open', () => {
  expect(answerBy(left, null, { ...times, openingHours: [] })).toBeNull()
})

it('keeps the day that a navigator has promised, whatever else would be reckoned', () => {
  const promised = { ...left, state: 'with-navigator' as const, waitingSince: null, promisedOn: '2026-11-30' }
  expect(answerBy(promised, written('navigator', monday), times)).toBe(Date.parse('2026-12-01T00:00:00Z'))
  expect(answerBy({ ...promised, state: 'ended' }, null, times)).toBeNull()
})
