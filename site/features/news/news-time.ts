import { daysLater } from '#records/calendar-dates.ts'
import { dateInWords, hoursInWords } from '#records/dates-in-words.ts'
import { londonDate } from '#records/london-date.ts'
import type { News } from '#records/news.ts'
import { minutesOfDay, timeInWords } from '#records/time-of-day.ts'

/** When news and events are, and when they are over. All times are those of a clock in London. Pure. */

type Times = Pick<News, 'kind' | 'starts' | 'startTime' | 'ends' | 'endTime'>

/** How long news stays news when nothing says when it ends. */
const newsDays = 180

/** The last minute of it, `2026-12-05T16:00`. It lasts to the end of its day where no time is given. */
export function overAt({ kind, starts, ends, endTime }: Times): string {
  const lastDay = ends ?? (kind === 'news' ? daysLater(starts, newsDays) : starts)
  return `${lastDay}T${endTime ?? '23:59'}`
}

/** Now in London in the same form, so that both compare as text. `now` is milliseconds UTC. */
export function londonNow(now: number): string {
  return `${londonDate(now)}T${clock.format(now)}`
}

/** `5 December 2026, 10am to 4pm`, `21 to 23 December 2026`, `Open until 31 January 2027`. */
export function whenInWords({ kind, starts, startTime, ends, endTime }: Times): string {
  if (kind === 'consultation' && ends !== undefined)
    return `Open from ${dateInWords(starts)}. Closes on ${dateInWords(ends)}${endTime === undefined ? '' : ` at ${timeOf(endTime)}`}`
  const days = ends === undefined || ends === starts ? dateInWords(starts) : spanInWords(starts, ends)
  if (startTime === undefined || kind === 'news') return days
  const hours = endTime === undefined ? `from ${timeOf(startTime)}` : hoursInWords(startTime, endTime)
  return `${days}, ${hours}${ends === undefined || ends === starts ? '' : ' each day'}`
}

function spanInWords(starts: string, ends: string): string {
  const sameMonth = starts.slice(0, 7) === ends.slice(0, 7)
  return `${sameMonth ? Number(starts.slice(8)) : dateInWords(starts)} to ${dateInWords(ends)}`
}

function timeOf(time: string): string {
  return timeInWords(minutesOfDay(time))
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  hour: '2-digit',
  minute: '2-digit',
})
