import { daysLater } from '#records/calendar-dates.ts'
import { type CalendarDate, fromLondon, inLondon, sayDate, weekdayOf } from '#records/london-time.ts'
import { minutesOfDay, timeInWords } from '#records/time-of-day.ts'

/** When navigators answer, as the area's settings say it. Times are `HH:MM` in London. */
export interface OpeningHours {
  openingHours: readonly { day: string; opens: string; closes: string }[]
  bankHolidays: readonly { on: CalendarDate }[]
}

/** A stretch of being open, ms UTC; `closes` itself is closed. */
export interface Session {
  opens: number
  closes: number
}

/** How far ahead an opening is looked for: beyond this we do not promise one. */
const daysAhead = 60

/** The stretch that `instant` lies in, or null when it is closed then. */
export function openSession(hours: OpeningHours, instant: number): Session | null {
  const today = inLondon(instant).date
  return sessionsOn(hours, today).find(({ opens, closes }) => opens <= instant && instant < closes) ?? null
}

/** The first stretch that begins after `instant`, or null when none begins within 60 days. */
export function nextSession(hours: OpeningHours, instant: number): Session | null {
  const today = inLondon(instant).date
  for (let ahead = 0; ahead <= daysAhead; ahead += 1) {
    const next = sessionsOn(hours, daysLater(today, ahead)).find(({ opens }) => opens > instant)
    if (next) return next
  }
  return null
}

/** When it closed last before `instant`, ms UTC; null when it did not within 60 days. */
export function lastClosing(hours: OpeningHours, instant: number): number | null {
  const today = inLondon(instant).date
  for (let back = 0; back <= daysAhead; back += 1) {
    const last = sessionsOn(hours, daysLater(today, -back)).findLast(({ closes }) => closes <= instant)
    if (last) return last.closes
  }
  return null
}

/**
 * The date by which a message written at `instant` is answered: the end of the `workingDays`th day that is open,
 * counted from the next open day. Null when there are not that many open days in the next 60.
 */
export function replyBy(hours: OpeningHours, instant: number, workingDays: number): CalendarDate | null {
  const today = inLondon(instant).date
  let counted = 0
  for (let ahead = 1; ahead <= daysAhead; ahead += 1) {
    const date = daysLater(today, ahead)
    if (sessionsOn(hours, date).length > 0) counted += 1
    if (counted === workingDays) return date
  }
  return null
}

/** A moment as told at `now`: "9am today", "9am tomorrow", "9am on Monday 23 November". */
export function sayMoment(instant: number, now: number): string {
  const { date, minutes } = inLondon(instant)
  const today = inLondon(now).date
  if (date === today) return `${timeInWords(minutes)} today`
  if (date === daysLater(today, 1)) return `${timeInWords(minutes)} tomorrow`
  return `${timeInWords(minutes)} on ${sayDate(date)}`
}

function sessionsOn(hours: OpeningHours, date: CalendarDate): Session[] {
  if (hours.bankHolidays.some((holiday) => holiday.on === date)) return []
  const day = weekdayOf(date)
  return hours.openingHours
    .filter((line) => line.day === day)
    .map((line) => ({
      opens: fromLondon(date, minutesOfDay(line.opens)),
      closes: fromLondon(date, minutesOfDay(line.closes)),
    }))
    .filter(({ opens, closes }) => opens < closes)
    .toSorted((a, b) => a.opens - b.opens)
}
