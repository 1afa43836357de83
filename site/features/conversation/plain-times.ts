import { counted } from '#records/counted.ts'
import { dateInWords } from '#records/dates-in-words.ts'
import { inLondon } from '#records/london-time.ts'
import { timeInWords } from '#records/time-of-day.ts'

/** A time of day in England, such as "9am" or "10:42am". `instant` in milliseconds, UTC. */
export function timeOfDay(instant: number): string {
  return timeInWords(inLondon(instant).minutes)
}

/** "10:42am" for today, "3 October 2026, 10:42am" for another day. */
export function timeOrDay(instant: number, now: number): string {
  const { date, minutes } = inLondon(instant)
  const time = timeInWords(minutes)
  return date === inLondon(now).date ? time : `${dateInWords(date)}, ${time}`
}

/** How long something has lasted, for a person: "less than 1 minute", "6 minutes", "2 hours", "3 days". */
export function howLong(since: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - since) / minuteMs))
  if (minutes < 1) return 'less than 1 minute'
  if (minutes < 120) return counted(minutes, 'minute')
  if (minutes < 48 * 60) return counted(Math.floor(minutes / 60), 'hour')
  return counted(Math.floor(minutes / (24 * 60)), 'day')
}

const minuteMs = 60_000
