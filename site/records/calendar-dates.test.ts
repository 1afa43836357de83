import { expect, it } from 'vitest'
import { daysBetween, daysLater, mondayOf, yearsLater } from './calendar-dates.ts'

it('counts days over the changes of the clock', () => {
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
  expect(daysBetween('2026-11-22', '2026-10-23')).toBe(-30)
  expect(daysLater('2026-03-28', 2)).toBe('2026-03-30')
  expect(daysLater('2027-01-01', -1)).toBe('2026-12-31')
})

it('finds the same day of another year, also for the 29th of February', () => {
  expect(yearsLater('2026-11-22', -1)).toBe('2025-11-22')
  expect(yearsLater('2028-02-29', 1)).toBe('2029-02-28')
})

it('finds the Monday of a week, which ends on Sunday', () => {
  expect(['2026-11-23', '2026-11-25', '2026-11-29'].map(mondayOf)).toEqual(Array(3).fill('2026-11-23'))
})
