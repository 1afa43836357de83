import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fromLondon, inLondon } from '#records/london-time.ts'
import { nextSession, openSession, replyBy, sayMoment } from './opening-hours.ts'
import { describeHelpdesk, sayAnsweredLater } from './status.ts'

const days = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday']
const hours = {
  openingHours: days.map((day) => ({ day, opens: '09:00', closes: '17:00' })),
  bankHolidays: [{ on: '2026-12-25' }, { on: '2026-12-28' }],
}
const at = (iso: string) => Date.parse(iso)

describe('opening hours in London', () => {
  it('are open from the first minute to before the last', () => {
    expect(openSession(hours, at('2026-11-23T08:59:59Z'))).toBeNull()
    expect(openSession(hours, at('2026-11-23T09:00:00Z'))).toEqual({
      opens: at('2026-11-23T09:00:00Z'),
      closes: at('2026-11-23T17:00:00Z'),
    })
    expect(openSession(hours, at('2026-11-23T17:00:00Z'))).toBeNull()
  })

  it('follow summer time', () => {
    expect(openSession(hours, at('2026-07-01T08:00:00Z'))).not.toBeNull()
    expect(openSession(hours, at('2026-07-01T16:00:00Z'))).toBeNull()
  })

  it('are closed at weekends and on bank holidays', () => {
    expect(openSession(hours, at('2026-11-22T12:00:00Z'))).toBeNull()
    expect(openSession(hours, at('2026-12-25T12:00:00Z'))).toBeNull()
    expect(nextSession(hours, at('2026-12-24T17:00:00Z'))?.opens).toBe(at('2026-12-29T09:00:00Z'))
  })

  it('open at nine by the clock after both clock changes', () => {
    expect(nextSession(hours, at('2026-03-27T18:00:00Z'))?.opens).toBe(at('2026-03-30T08:00:00Z'))
    expect(nextSession(hours, at('2026-10-23T18:00:00Z'))?.opens).toBe(at('2026-10-26T09:00:00Z'))
  })

  it('do not promise an opening that is not known', () => {
    expect(nextSession({ openingHours: [], bankHolidays: [] }, at('2026-11-23T09:00:00Z'))).toBeNull()
  })

  it('agree with themselves at every moment', () => {
    fc.assert(
      fc.property(fc.integer({ min: at('2026-01-01'), max: at('2028-01-01') }), (instant) => {
        const next = nextSession(hours, instant)
        expect(next).not.toBeNull()
        if (!next) return
        expect(next.opens).toBeGreaterThan(instant)
        expect(openSession(hours, next.opens)).toEqual(next)
        expect(openSession(hours, next.opens - 1)).toBeNull()
        expect(inLondon(next.opens).minutes).toBe(9 * 60)
        expect(fromLondon(inLondon(next.opens).date, 9 * 60)).toBe(next.opens)
      }),
    )
  })

  it('count working days for a reply', () => {
    expect(replyBy(hours, at('2026-11-20T18:00:00Z'), 2)).toBe('2026-11-24')
    expect(replyBy(hours, at('2026-12-24T12:00:00Z'), 2)).toBe('2026-12-30')
  })
})

describe('what families are told', () => {
  const sunday = at('2026-11-22T12:00:00Z')
  const monday = at('2026-11-23T12:00:00Z')
  const quiet = { hours, navigatorsPresent: 0, navigatorsAvailable: 0, waiting: 0, latestWaitsMs: [] }

  it('says when somebody reads it next', () => {
    expect(describeHelpdesk({ ...quiet, now: sunday })).toEqual({
      open: false,
      available: false,
      opensAt: at('2026-11-23T09:00:00Z'),
      closesAt: null,
      waiting: 0,
      expectedWaitMinutes: null,
      sentence: 'Nobody reads this until 9am tomorrow.',
    })
    const friday = at('2026-11-20T19:00:00Z')
    expect(describeHelpdesk({ ...quiet, now: friday }).sentence).toBe(
      'Nobody reads this until 9am on Monday 23 November.',
    )
  })

  it('is not "available" because the clock says so', () => {
    const status = describeHelpdesk({ ...quiet, now: monday })
    expect(status).toMatchObject({ open: true, available: false, closesAt: at('2026-11-23T17:00:00Z') })
    expect(status.sentence).toMatch(/No navigator is free right now/)
  })

  it('tells the wait when it is known', () => {
    const busy = {
      ...quiet,
      now: monday,
      navigatorsPresent: 1,
      navigatorsAvailable: 1,
      waiting: 2,
      latestWaitsMs: [240_000, 240_000, 240_000],
    }
    expect(describeHelpdesk(busy).sentence).toBe(
      'A navigator is here now. 2 people are waiting. The wait is about 4 minutes.',
    )
    expect(describeHelpdesk({ ...busy, waiting: 0, latestWaitsMs: [] }).sentence).toBe(
      'A navigator is here now.',
    )
  })

  it('promises a day for the answer at closing time', () => {
    expect(sayAnsweredLater(hours, at('2026-11-20T17:00:00Z'), 2)).toMatch(
      /by the end of Tuesday 24 November\.$/,
    )
  })

  it('says the time as people do', () => {
    expect(sayMoment(monday, monday)).toBe('midday today')
  })
})
