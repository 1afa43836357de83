import { describe, expect, it } from 'vitest'
import { end, start } from './conversation.ts'
import { sayStanding } from './standing-words.ts'

const hours = {
  openingHours: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'].map((day) => ({
    day,
    opens: '09:00',
    closes: '17:00',
  })),
  bankHolidays: [],
}
const monday = Date.parse('2026-11-23T12:00:00Z')
const waiting = { ...start('message', monday), startedAt: monday, navigatorName: null, emailLeft: true }
const say = (reading: typeof waiting, now: number) => sayStanding(reading, hours, now, 2)

describe('a conversation that is read later', () => {
  it('tells the promised day, and how the answer reaches the family', () => {
    expect(say(waiting, monday)).toBe(
      'A navigator will read this. We answer by the end of Wednesday 25 November. We email you when there is an answer.',
    )
    expect(say({ ...waiting, emailLeft: false }, monday)).toContain('Open this page again to see the answer.')
  })
  it('says so when the promise was not kept', () => {
    expect(say(waiting, Date.parse('2026-11-26T09:00:00Z'))).toContain(
      'We should have answered by Wednesday 25 November. We are sorry that we are late.',
    )
  })
  it('promises nothing after the end', () => {
    const ended = { ...waiting, ...end(waiting, { kind: 'visitor' }, monday) }
    expect(say(ended, monday)).toBe('This conversation has ended. You can still read it here.')
  })
})
