import { expect, it } from 'vitest'
import { londonDate } from './london-date.ts'

it('is the day that a calendar in London shows, also in summer just after midnight', () => {
  expect(londonDate(Date.UTC(2026, 5, 30, 23, 30))).toBe('2026-07-01')
  expect(londonDate(Date.UTC(2026, 11, 31, 23, 30))).toBe('2026-12-31')
})
