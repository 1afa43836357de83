import type { Service } from './service.ts'

/**
 * Why a record should be checked again on the day `today` (`YYYY-MM-DD`): `old` when its last check is more than 12 months
 * ago, `due` when its next check is past. `undefined` while it is fresh.
 */
export function overdueReason(review: Service['review'], today: string): 'old' | 'due' | undefined {
  const yearAgo = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  if (review.lastChecked < yearAgo) return 'old'
  return review.nextDue !== undefined && review.nextDue < today ? 'due' : undefined
}
