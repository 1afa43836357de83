import type { TimeLimit } from './time-limit.ts'
import { complaintLimits } from './time-limits-complaints.ts'
import { ehcLimits } from './time-limits-ehc.ts'
import { healthAndCareLimits } from './time-limits-health-care.ts'
import { schoolLimits } from './time-limits-school.ts'

/** The time limits that pages print. No page types a limit: it names one of these by its key. */
export const timeLimits = { ...ehcLimits, ...schoolLimits, ...complaintLimits, ...healthAndCareLimits }

/** The time limit with this key; `undefined` when there is none, or no key. */
export function timeLimit(key: string | undefined): TimeLimit | undefined {
  return Object.entries(timeLimits).find(([each]) => each === key)?.[1]
}
