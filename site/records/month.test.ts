import { expect, test } from 'vitest'
import { lastTermStart, monthOf } from './month.ts'
import { spanOf } from './said-time.ts'

test('the term before began in September, January or April', () => {
  expect(lastTermStart('2026-11')).toBe('2026-04')
  expect(lastTermStart('2017-05')).toBe('2017-01')
  expect(lastTermStart('2026-02')).toBe('2025-09')
  expect(monthOf('2026-11-22')).toBe('2026-11')
})

test('a written time means a month, or a year', () => {
  expect(spanOf('December 2016')).toEqual({ first: '2016-12', last: '2016-12' })
  expect(spanOf('published September 2021')?.first).toBe('2021-09')
  expect(spanOf('Sept. 2017')?.first).toBe('2017-09')
  expect(spanOf('During 2022')).toEqual({ first: '2022-01', last: '2022-12' })
  expect(spanOf('not dated')).toBeUndefined()
})
