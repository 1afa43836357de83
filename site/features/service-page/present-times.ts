import { dateInWords, daysInWords, hoursInWords } from '#records/dates-in-words.ts'
import type { Service } from '#records/service.ts'
import { labelOf, partsOfTheYear } from '#records/taxonomy.ts'

type When = Service['when']

/** Regular hours: `Monday to Friday`, `9am to 5pm`, `Term time`. */
export interface WeeklyHours {
  readonly days: string
  readonly hours: string
  /** The part of the year; `undefined` when not stated. */
  readonly season: string | undefined
}

/** Regular times, those with the same hours in one row. */
export function weeklyHours(times: When['times']): WeeklyHours[] {
  const alike = Map.groupBy(times, ({ opens, closes, period }) => `${opens}|${closes}|${period}`)
  return [...alike.values()].flatMap(([first, ...others]) => {
    if (first === undefined) return []
    return {
      days: daysInWords([first, ...others].flatMap((each) => each.days)) || 'Times',
      hours: hoursInWords(first.opens, first.closes),
      season: first.period === undefined ? undefined : labelOf(partsOfTheYear, first.period),
    }
  })
}

/** More rows than this are easier to read as a table. */
export const mostHoursInLines = 3

/** `Monday to Friday, 9am to 5pm, in term time`. */
export function hoursLine({ days, hours, season }: WeeklyHours): string {
  const inSeason =
    season === undefined
      ? ''
      : season === labelOf(partsOfTheYear, 'all-year')
        ? ', all year'
        : `, in ${season.toLowerCase()}`
  return `${days}, ${hours}${inSeason}`
}

/** Single sessions from `today` (`YYYY-MM-DD`) on, the next one first: `19 December 2026, 10am to 3pm`. */
export function sessionLines(sessions: When['sessions'], today: string): string[] {
  return sessions
    .filter(({ on }) => on >= today)
    .toSorted((a, b) => a.on.localeCompare(b.on) || a.opens.localeCompare(b.opens))
    .map(({ on, opens, closes, note }) =>
      [dateInWords(on), hoursInWords(opens, closes), note].filter((each) => each !== undefined).join(', '),
    )
}
