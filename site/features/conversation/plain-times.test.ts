import { describe, expect, it } from 'vitest'
import { howLong, timeOfDay, timeOrDay } from './plain-times.ts'

const minute = 60_000

describe('times as people say them', () => {
  it('are in English time, winter and summer', () => {
    expect(timeOfDay(Date.UTC(2026, 0, 5, 9, 0))).toBe('9am')
    expect(timeOfDay(Date.UTC(2026, 6, 6, 9, 42))).toBe('10:42am')
    expect(timeOfDay(Date.UTC(2026, 0, 5, 0, 5))).toBe('12:05am')
    expect(timeOfDay(Date.UTC(2026, 0, 5, 17, 0))).toBe('5pm')
  })
  it('name the day when it is not today', () => {
    const now = Date.UTC(2026, 9, 4, 12)
    expect(timeOrDay(Date.UTC(2026, 9, 4, 9), now)).toBe('10am')
    expect(timeOrDay(Date.UTC(2026, 9, 3, 9, 42), now)).toBe('3 October 2026, 10:42am')
  })
  it('tell how long something has lasted', () => {
    const waits = [0, 59_999, minute, 6 * minute, 119 * minute, 120 * minute, 72 * 60 * minute]
    expect(waits.map((wait) => howLong(0, wait))).toEqual([
      'less than 1 minute',
      'less than 1 minute',
      '1 minute',
      '6 minutes',
      '119 minutes',
      '2 hours',
      '3 days',
    ])
    expect(howLong(5, 0)).toBe('less than 1 minute')
  })
})
