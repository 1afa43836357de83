/** A calendar date, `YYYY-MM-DD`. */
export type CalendarDate = string

/** A moment as a clock in London shows it. `minutes` counts from midnight. */
export interface LondonTime {
  date: CalendarDate
  minutes: number
}

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
})

const longDate = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'UTC',
  weekday: 'long',
  day: 'numeric',
  month: 'long',
})
const weekday = new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', weekday: 'long' })

/** What a clock in London shows at `instant` (ms UTC). */
export function inLondon(instant: number): LondonTime {
  const parts = new Map(clock.formatToParts(instant).map((part) => [part.type, part.value]))
  const date = `${parts.get('year')}-${parts.get('month')}-${parts.get('day')}`
  return { date, minutes: Number(parts.get('hour')) * 60 + Number(parts.get('minute')) }
}

/**
 * The instant (ms UTC) at which a clock in London shows `minutes` on `date`: the first of the two in the hour that
 * comes twice in October, and as much after the jump in the hour that is missing in March.
 */
export function fromLondon(date: CalendarDate, minutes: number): number {
  return instantsInLondon(date, minutes)[0] ?? asIfUtc(date, minutes)
}

/**
 * Every instant (ms UTC) at which a clock in London shows `minutes` on `date`: two in the hour that comes twice in October,
 * none in the hour that is missing in March, one at any other time.
 */
export function instantsInLondon(date: CalendarDate, minutes: number): readonly number[] {
  const inWinterTime = asIfUtc(date, minutes)
  const hour = 3_600_000
  return [inWinterTime - hour, inWinterTime].filter((instant) => {
    const shown = inLondon(instant)
    return shown.date === date && shown.minutes === minutes
  })
}

/** The day of the week in small letters, like `monday`. */
export function weekdayOf(date: CalendarDate): string {
  return weekday.format(midnightUtc(date)).toLowerCase()
}

/** How people write it, like "Monday 23 November". */
export function sayDate(date: CalendarDate): string {
  return longDate.format(midnightUtc(date)).replace(',', '')
}

function asIfUtc(date: CalendarDate, minutes: number): number {
  return midnightUtc(date) + minutes * 60_000
}

function midnightUtc(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`)
}
