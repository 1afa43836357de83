/** Counting with calendar dates, `YYYY-MM-DD`. They have no time and no zone: every day is as long as every other. */

/** Days from one date to another; negative when it lies before. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / dayMs
}

/** The date `days` after another, or before it where `days` is negative. */
export function daysLater(date: string, days: number): string {
  return new Date(Date.parse(date) + days * dayMs).toISOString().slice(0, 10)
}

/** The same day of another year. Where there is no 29 February it is the 28th. */
export function yearsLater(date: string, years: number): string {
  const there = `${Number(date.slice(0, 4)) + years}${date.slice(4)}`
  const isDay = new Date(`${there}T00:00Z`).getUTCDate() === Number(date.slice(8))
  return isDay ? there : `${there.slice(0, 8)}28`
}

/** The Monday of the week that a date is in. */
export function mondayOf(date: string): string {
  const sinceMonday = (new Date(date).getUTCDay() + 6) % 7
  return daysLater(date, -sinceMonday)
}

const dayMs = 24 * 60 * 60_000
