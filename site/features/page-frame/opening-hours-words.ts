import type { Area } from '#records/area.ts'
import { daysInWords, hoursInWords } from '#records/dates-in-words.ts'

/** When navigators answer: `Monday to Friday, 9am to 5pm`. Days with the same hours are said together. */
export function openingHoursInWords(openingHours: Area['openingHours']): string {
  const byHours = Map.groupBy(openingHours, ({ opens, closes }) => hoursInWords(opens, closes))
  return [...byHours]
    .map(([hours, days]) => `${daysInWords(days.map(({ day }) => day))}, ${hours}`)
    .join('; ')
}
