import { dateInWords, monthInWords } from '#records/dates-in-words.ts'
import type { Service } from '#records/service.ts'
import { overdueReason } from '#records/service-review.ts'

/** When a record was last checked, and whether that is long ago. */
export interface Freshness {
  /** `Checked by the service on 3 October 2026.` */
  readonly checked: string
  /** `Next check due April 2027.` */
  readonly due: string | undefined
  /** Why a family should ask before they rely on it; `undefined` while the check is fresh. */
  readonly warning: string | undefined
}

/** Reads a record's review on the day `today` (`YYYY-MM-DD`). More than 12 months, or past its next check, is long ago. */
export function freshnessOf(review: Service['review'], today: string): Freshness {
  const { lastChecked, checkedBy, nextDue } = review
  const overdue = nextDue !== undefined && nextDue < today
  const reason = overdueReason(review, today)
  const ask = 'Things may have changed. Ask the service before you rely on it.'
  return {
    checked: `Checked by ${checkedBy} on ${dateInWords(lastChecked)}.`,
    due:
      nextDue === undefined ? undefined : `Next check ${overdue ? 'was ' : ''}due ${monthInWords(nextDue)}.`,
    warning:
      reason === 'old'
        ? `This was last checked more than a year ago, on ${dateInWords(lastChecked)}. ${ask}`
        : reason === 'due' && nextDue !== undefined
          ? `A check of this page was due in ${monthInWords(nextDue)}. ${ask}`
          : undefined,
  }
}
