import { describe, expect, it } from 'vitest'
import { type OpenTime, openTimesFrom, openTimesOfWeek } from './opening-hours.ts'

const short = (times: OpenTime[] | undefined) =>
  times?.map(
    ({ days, opens, closes }) => `${days.map((day) => day.slice(0, 2)).join(' ')} ${opens}-${closes}`,
  )

describe('opening hours in free text', () => {
  it.each([
    ['Mon-Fri: 6:30am-10:00pm, Sat-Sun: 8:00am-6:00pm', ['mo tu we th fr 06:30-22:00', 'sa su 08:00-18:00']],
    ['Mon-Fri 6:30am-10:00pm, Sat-Sun: 8:00am-6:00pm', ['mo tu we th fr 06:30-22:00', 'sa su 08:00-18:00']],
    [
      'Mondays, Tuesdays and Thursdays, 9.30am-4pm; Wednesdays, 9.30am-6pm; Fridays, 9.30am-1pm',
      ['mo tu th 09:30-16:00', 'we 09:30-18:00', 'fr 09:30-13:00'],
    ],
    ['Tues 11am - 2pm, Fri 11.30am -1.30pm', ['tu 11:00-14:00', 'fr 11:30-13:30']],
    ['Monday 12noon - 2pm', ['mo 12:00-14:00']],
    ['Friday 2 - 4.30pm', ['fr 14:00-16:30']],
    ['Fridays 10am-12pm', ['fr 10:00-12:00']],
    ['Tuesdays, 9.30-11.30am and 12.30-2.30pm', ['tu 09:30-11:30', 'tu 12:30-14:30']],
  ])('are read from “%s”', (text, times) => {
    expect(short(openTimesFrom(text))).toEqual(times)
  })

  it.each([
    'Evenings, Weekends and School Holidays',
    'Mondays',
    'Mon 9-5pm for calls',
    'Monday 5pm-3pm',
    '9am-5pm',
  ])('are not guessed from “%s”', (text) => {
    expect(openTimesFrom(text)).toBeUndefined()
  })

  it('have a key of their own each', () => {
    const keys = openTimesFrom('Mon-Fri: 9am-1pm and 2pm-5pm')?.map(({ key }) => key)
    expect(keys).toEqual(['mon-tue-wed-thu-fri-0900', 'mon-tue-wed-thu-fri-1400'])
  })
})

describe('opening hours a weekday', () => {
  it('are joined for days with the same times', () => {
    const cells = new Map([
      ['monday', '09:00-13:00,14:00-18:00'],
      ['tuesday', '09:00-13:00'],
      ['sunday', 'CLOSED'],
    ] as const)
    expect(short(openTimesOfWeek(cells))).toEqual(['mo tu 09:00-13:00', 'mo 14:00-18:00'])
  })

  it('are not read at all when one day cannot be read', () => {
    expect(openTimesOfWeek(new Map([['monday', 'by appointment']]))).toBeUndefined()
  })
})
