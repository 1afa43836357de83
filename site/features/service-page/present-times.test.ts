import { expect, it } from 'vitest'
import { hoursLine, sessionLines, weeklyHours } from './present-times.ts'

const weekly = (key: string, days: ('monday' | 'tuesday' | 'saturday')[], period?: 'term' | 'all-year') => ({
  key,
  days,
  opens: '09:00',
  closes: '17:00',
  ...(period === undefined ? {} : { period }),
})
const lines = (...times: ReturnType<typeof weekly>[]) => weeklyHours(times).map(hoursLine)

it('says days with the same hours on one line', () => {
  expect(lines(weekly('a', ['monday']), weekly('b', ['tuesday']))).toEqual(['Monday and Tuesday, 9am to 5pm'])
})

it('keeps term time apart', () => {
  expect(lines(weekly('a', ['monday'], 'all-year'), weekly('b', ['saturday'], 'term'))).toEqual([
    'Monday, 9am to 5pm, all year',
    'Saturday, 9am to 5pm, in term time',
  ])
})

it('leaves out sessions that are over, the next one first, with what it is', () => {
  const sessions = [
    { key: 'c', on: '2026-12-19', opens: '10:00', closes: '12:00' },
    { key: 'b', on: '2026-12-05', opens: '10:00', closes: '12:00', note: 'Open day' },
    { key: 'a', on: '2026-11-21', opens: '10:00', closes: '12:00' },
  ]
  expect(sessionLines(sessions, '2026-11-22')).toEqual([
    '5 December 2026, 10am to midday, Open day',
    '19 December 2026, 10am to midday',
  ])
})
