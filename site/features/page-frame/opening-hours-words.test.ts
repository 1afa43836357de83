import { expect, it } from 'vitest'
import { openingHoursInWords } from './opening-hours-words.ts'

it('says days with the same hours together', () => {
  expect(
    openingHoursInWords([
      { key: 'a', day: 'monday', opens: '09:00', closes: '17:00' },
      { key: 'b', day: 'tuesday', opens: '09:00', closes: '17:00' },
      { key: 'c', day: 'wednesday', opens: '09:00', closes: '17:00' },
      { key: 'd', day: 'saturday', opens: '10:00', closes: '12:30' },
    ]),
  ).toBe('Monday to Wednesday, 9am to 5pm; Saturday, 10am to 12:30pm')
})
