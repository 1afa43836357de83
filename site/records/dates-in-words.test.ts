import { describe, expect, it } from 'vitest'
import { dateInWords, daysInWords, hoursInWords, monthInWords } from './dates-in-words.ts'

describe('dates', () => {
  it('are said with the month’s name and without a leading zero', () => {
    expect(dateInWords('2026-10-03')).toBe('3 October 2026')
    expect(monthInWords('2026-09-30')).toBe('September 2026')
  })
})

describe('times', () => {
  it('of a day that never closes end at midnight', () => {
    expect(hoursInWords('09:00', '17:00')).toBe('9am to 5pm')
    expect(hoursInWords('00:00', '23:59')).toBe('midnight to midnight')
  })
})

describe('days', () => {
  it('in a row are said as from and to', () => {
    expect(daysInWords(['friday', 'monday', 'tuesday', 'wednesday', 'thursday'])).toBe('Monday to Friday')
    expect(daysInWords(['saturday', 'sunday'])).toBe('Saturday and Sunday')
  })
  it('apart are listed in the order of the week', () => {
    expect(daysInWords(['friday', 'monday', 'wednesday'])).toBe('Monday, Wednesday and Friday')
    expect(daysInWords(['monday', 'tuesday', 'wednesday', 'saturday'])).toBe(
      'Monday to Wednesday and Saturday',
    )
  })
  it('are every day when they are all seven', () => {
    expect(daysInWords(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])).toBe(
      'Every day',
    )
  })
})
