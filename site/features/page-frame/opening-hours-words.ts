import type { Area } from '#records/area.ts'
import { daysInWords, hoursInWords } from '../records/dates-in-words.ts'

/** When navigators answer: `Monday to Friday, 9am to 5pm`. Days with the same hours are said together. */
export function openingHoursInWords(openingHours: Area['openingHours']): string {
  const byHours = Map.groupBy(openingHours, ({ opens, closes }) => hoursInWords(opens, closes))
  return [...byHours]
    .map(([hours, days]) => `${daysInWords(days.map(({ day }) => day))}, ${hours}`)
    .join('; ')
}

/** The address behind a telephone number: `01632 960 001` → `tel:+441632960001`; a short code stays as it is. */
export function telephoneLink(number: string): string {
  const digits = number.replace(/\D/g, '')
  return digits.startsWith('0') ? `tel:+44${digits.slice(1)}` : `tel:${digits}`
}

/** The number to dial for Relay UK: 18001 before the number. */
export function relayNumber(number: string): string {
  return `18001 ${number}`
}
