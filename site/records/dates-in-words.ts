import { joined } from './joined.ts'
import { type WeekdayId, weekdays } from './taxonomy.ts'
import { minutesOfDay, timeInWords } from './time-of-day.ts'

/** Dates, times and days as people say them. Dates are `YYYY-MM-DD`, times `HH:MM` on the 24-hour clock. */

const months = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** `2026-10-03` → `3 October 2026`. */
export function dateInWords(date: string): string {
  const day = Number(date.slice(8, 10))
  return `${day} ${monthInWords(date)}`
}

/** `2026-10-03` → `October 2026`. */
export function monthInWords(date: string): string {
  return `${months[Number(date.slice(5, 7)) - 1] ?? ''} ${date.slice(0, 4)}`
}

/** `09:00`, `17:00` → `9am to 5pm`. A day that runs to its last minute ends at midnight. */
export function hoursInWords(opens: string, closes: string): string {
  const end = closes === '23:59' ? '24:00' : closes
  return `${timeInWords(minutesOfDay(opens))} to ${timeInWords(minutesOfDay(end))}`
}

/** Monday to Friday in words; three and more days in a row become `Monday to Friday`, all seven `every day`. */
export function daysInWords(days: readonly WeekdayId[]): string {
  const order = weekdays.map(({ id }) => id).filter((id) => days.includes(id))
  if (order.length === weekdays.length) return 'Every day'
  const runs: WeekdayId[][] = []
  for (const day of order) {
    const run = runs.at(-1)
    if (run !== undefined && positionOf(day) - positionOf(run.at(-1)) === 1) run.push(day)
    else runs.push([day])
  }
  return joined(runs.flatMap(runInWords))
}

function runInWords(run: readonly WeekdayId[]): string[] {
  const names = run.map((day) => weekdays[positionOf(day)]?.label ?? day)
  return names.length > 2 ? [`${names[0]} to ${names.at(-1)}`] : names
}

function positionOf(day: WeekdayId | undefined): number {
  return weekdays.findIndex(({ id }) => id === day)
}
