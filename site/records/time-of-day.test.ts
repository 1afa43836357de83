import { expect, it } from 'vitest'
import { minutesOfDay, timeInWords } from './time-of-day.ts'

it.each([
  ['09:00', '9am'],
  ['17:30', '5:30pm'],
  ['12:00', 'midday'],
  ['12:05', '12:05pm'],
  ['00:00', 'midnight'],
  ['24:00', 'midnight'],
  ['00:15', '12:15am'],
])('says %s as %s', (time, words) => {
  expect(timeInWords(minutesOfDay(time))).toBe(words)
})
