import { z } from 'zod'
import { daysBetween, daysLater } from '#records/calendar-dates.ts'
import { type CalendarDate, fromLondon } from '#records/london-time.ts'

/** The days that a report is about, both included, as calendars in London count them. */
export interface ReportPeriod {
  readonly kind: 'month' | 'quarter' | 'year' | 'dates'
  readonly from: CalendarDate
  readonly to: CalendarDate
}

/** What was asked for cannot be a period; the message says why. `field` is where to mend it. */
export interface PeriodProblem {
  readonly field: 'from' | 'to'
  readonly message: string
}

/** Fewest and most days that somebody may choose. */
export const fewestDays = 7
const mostDays = 3 * 366

/**
 * The period that an address asks for: `month=2026-11`, `quarter=2026-4`, `year=2026`, or `from` and `to`. The month
 * of `today` when it asks for none, or for what is none.
 */
export function periodFrom(
  fields: Readonly<Record<string, string>>,
  today: CalendarDate,
): ReportPeriod | PeriodProblem {
  const { month = '', quarter = '', year = '', from = '', to = '' } = fields
  if (from !== '' || to !== '') return ownDates(from, to)
  if (/^20\d\d-(0[1-9]|1[0-2])$/.test(month)) return months('month', `${month}-01`, 1)
  if (/^20\d\d-[1-4]$/.test(quarter)) {
    const first = (Number(quarter.slice(5)) - 1) * 3 + 1
    return months('quarter', `${quarter.slice(0, 4)}-${String(first).padStart(2, '0')}-01`, 3)
  }
  if (/^20\d\d$/.test(year)) return months('year', `${year}-01-01`, 12)
  return months('month', `${today.slice(0, 7)}-01`, 1)
}

/** The first moment of the period and the first after it, ms UTC: days have 23 or 25 hours when clocks change. */
export function momentsOf({ from, to }: ReportPeriod): { start: number; end: number } {
  return { start: fromLondon(from, 0), end: fromLondon(daysLater(to, 1), 0) }
}

/** What stands in an address for a period. */
export function queryOf({ kind, from, to }: ReportPeriod): string {
  if (kind === 'month') return `month=${from.slice(0, 7)}`
  if (kind === 'quarter') return `quarter=${from.slice(0, 4)}-${quarterOf(from)}`
  return kind === 'year' ? `year=${from.slice(0, 4)}` : `from=${from}&to=${to}`
}

/** The period of the same kind before (-1) or after (1) another; as many days when they were chosen. */
export function neighbourOf({ kind, from, to }: ReportPeriod, by: -1 | 1): ReportPeriod {
  if (kind === 'dates') {
    const days = (daysBetween(from, to) + 1) * by
    return { kind, from: daysLater(from, days), to: daysLater(to, days) }
  }
  const length = lengths[kind]
  return months(kind, monthsLater(from, length * by), length)
}

/** Which quarter of the calendar year a date is in: 1 to 4. */
export function quarterOf(date: CalendarDate): number {
  return Math.ceil(Number(date.slice(5, 7)) / 3)
}

const lengths = { month: 1, quarter: 3, year: 12 } as const

/** A day of this century, as the other kinds of period are. */
const isDate = z.iso.date().startsWith('20')

function ownDates(from: string, to: string): ReportPeriod | PeriodProblem {
  if (!isDate.safeParse(from).success) return { field: 'from', message: 'Enter the first day of the report.' }
  if (!isDate.safeParse(to).success) return { field: 'to', message: 'Enter the last day of the report.' }
  const days = daysBetween(from, to) + 1
  if (days <= 0) return { field: 'to', message: 'The last day must come after the first.' }
  if (days < fewestDays)
    return {
      field: 'to',
      message: `Choose ${fewestDays} days or more. A report on fewer says too much about one family.`,
    }
  if (days > mostDays) return { field: 'to', message: 'Choose three years or less.' }
  return { kind: 'dates', from, to }
}

function months(kind: ReportPeriod['kind'], first: CalendarDate, count: number): ReportPeriod {
  return { kind, from: first, to: daysLater(monthsLater(first, count), -1) }
}

/** The first of the month so many months after another first. */
function monthsLater(first: CalendarDate, count: number): CalendarDate {
  const all = Number(first.slice(0, 4)) * 12 + Number(first.slice(5, 7)) - 1 + count
  return `${String(Math.floor(all / 12)).padStart(4, '0')}-${String((all % 12) + 1).padStart(2, '0')}-01`
}
