/**
 * Times as people write them in "You said, we did": `December 2016`, `published September 2021`, `During 2022`. Documents
 * often give no more than that.
 */

/** First and last month that a time may mean, `2016-12`; both the same where a month is named. */
export interface MonthSpan {
  readonly first: string
  readonly last: string
}

/** What a written time means; `undefined` where it names no year. The first year and the month before it count. */
export function spanOf(written: string): MonthSpan | undefined {
  const year = /\b(20\d{2})\b/.exec(written)?.[1]
  if (year === undefined) return undefined
  const named = new RegExp(`\\b(${months.join('|')})[a-z]*\\.? ${year}`, 'i').exec(written)?.[1]
  const number = months.indexOf(named?.toLowerCase() ?? '')
  if (number < 0) return { first: `${year}-01`, last: `${year}-12` }
  const month = `${year}-${String(number + 1).padStart(2, '0')}`
  return { first: month, last: month }
}

/** The words for a time that the source does not give. */
export const notDated = 'not dated'

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
