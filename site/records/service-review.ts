import { daysBetween, daysLater, yearsLater } from './calendar-dates.ts'
import type { Service } from './service.ts'

/**
 * Why a record should be checked again on the day `today` (`YYYY-MM-DD`): `old` when its last check is more than 12 months
 * ago, `due` when its next check is past. `undefined` while it is fresh.
 */
export function overdueReason(review: Service['review'], today: string): 'old' | 'due' | undefined {
  if (review.lastChecked < yearsLater(today, -1)) return 'old'
  return review.nextDue !== undefined && review.nextDue < today ? 'due' : undefined
}

/** The day by which a record should be checked again: the one it names, and never more than 12 months after its last check. */
export function reviewDueOn({ lastChecked, nextDue }: Service['review']): string {
  const atLatest = yearsLater(lastChecked, 1)
  return nextDue !== undefined && nextDue < atLatest ? nextDue : atLatest
}

/**
 * The review of a record that somebody has found still correct on the day `today`. The next check is due after as many
 * days as there were between the last two, at least 30; a record that names no next check, or one in the past of its last,
 * is due in 12 months. `checkedBy` is a role.
 */
export function reviewedAgain(
  review: Service['review'],
  today: string,
  checkedBy: string,
): Service['review'] {
  const { lastChecked, nextDue } = review
  const again = { lastChecked: today, checkedBy }
  const atLatest = reviewDueOn(again)
  const gap = nextDue === undefined ? 0 : daysBetween(lastChecked, nextDue)
  if (gap <= 0) return { ...again, nextDue: atLatest }
  const days = Math.min(Math.max(gap, shortestGap), daysBetween(today, atLatest))
  return { ...again, nextDue: daysLater(today, days) }
}

const shortestGap = 30
