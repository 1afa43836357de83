import { counted } from '#records/counted.ts'

const timeZone = 'Europe/London'
const clock = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hourCycle: 'h12',
  timeZone,
})
const day = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', year: 'numeric', timeZone })
const minuteMs = 60_000

/** A time of day in England, such as "9am" or "10:42am". `instant` in milliseconds, UTC. */
export function timeOfDay(instant: number): string {
  const part = partsOf(clock, instant)
  const minute = part('minute')
  const half = part('dayPeriod').toLowerCase()
  return minute === '00' ? `${part('hour')}${half}` : `${part('hour')}:${minute}${half}`
}

/** "10:42am" for today, "3 October 2026, 10:42am" for another day. */
export function timeOrDay(instant: number, now: number): string {
  const time = timeOfDay(instant)
  return day.format(instant) === day.format(now) ? time : `${day.format(instant)}, ${time}`
}

/** How long something has lasted, for a person: "less than 1 minute", "6 minutes", "2 hours", "3 days". */
export function howLong(since: number, now: number): string {
  const minutes = Math.max(0, Math.floor((now - since) / minuteMs))
  if (minutes < 1) return 'less than 1 minute'
  if (minutes < 120) return counted(minutes, 'minute')
  if (minutes < 48 * 60) return counted(Math.floor(minutes / 60), 'hour')
  return counted(Math.floor(minutes / (24 * 60)), 'day')
}

function partsOf(format: Intl.DateTimeFormat, instant: number): (type: string) => string {
  const parts = format.formatToParts(instant)
  return (type) => parts.find((part) => part.type === type)?.value ?? ''
}
