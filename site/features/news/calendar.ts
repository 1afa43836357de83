import ical, { ICalEventStatus } from 'ical-generator'
import { daysLater } from '#records/calendar-dates.ts'
import { feedOrigin } from '#records/feed-origin.ts'
import { fromLondon } from '#records/london-time.ts'
import type { News } from '#records/news.ts'
import { minutesOfDay } from '#records/time-of-day.ts'

/** What a calendar gets of an event: its record, and its page if whole addresses can be given. */
export interface CalendarItem {
  readonly news: News
  /** Path of its page, put after `feedOrigin`; left out in a file that no server fills in. */
  readonly path?: string
}

/**
 * Events, holiday activities and the closing days of consultations as an iCalendar file (RFC 5545). Times are given in UTC,
 * so that no calendar needs to know ours; days without a time are whole days. News without a date to keep is left out.
 */
export function calendarOf(name: string, items: readonly CalendarItem[]): string {
  const calendar = ical({
    name,
    prodId: { company: 'Local Offer', product: 'News and events', language: 'EN' },
  })
  for (const item of items) if (item.news.kind !== 'news') calendar.createEvent(eventOf(item))
  return calendar.toString()
}

function eventOf({ news, path }: CalendarItem) {
  const { id, kind, title, summary, place, published } = news
  return {
    id: `${id}@local-offer.invalid`,
    stamp: new Date(`${published}T00:00:00Z`),
    summary: kind === 'consultation' ? `Closes: ${title}` : title,
    description: summary,
    status: ICalEventStatus.CONFIRMED,
    ...timesOf(news),
    ...(place !== undefined && { location: place }),
    ...(path !== undefined && { url: feedOrigin + path }),
  }
}

/** Hours where they are given for a single day; otherwise whole days, of which a calendar's end is the day after. */
function timesOf({ kind, starts, startTime, ends = starts, endTime }: News) {
  const first = kind === 'consultation' ? ends : starts
  if (startTime !== undefined && first === ends && kind !== 'consultation') {
    const end = endTime === undefined ? undefined : new Date(fromLondon(ends, minutesOfDay(endTime)))
    return { start: new Date(fromLondon(first, minutesOfDay(startTime))), ...(end !== undefined && { end }) }
  }
  return { start: wholeDay(first), end: wholeDay(daysLater(ends, 1)), allDay: true }
}

function wholeDay(date: string): Date {
  return new Date(`${date}T00:00:00Z`)
}
