import type { Refusal } from '#protocol/contract.ts'

/** After so many tries we say that we cannot reach the helpdesk, and how else to reach us; we keep trying. */
const attemptsBeforeFailed = 6

/** Shown when the helpdesk's answer is not what this page knows, as after an upgrade. */
export const outOfDate: Refusal = {
  ok: false,
  code: 'invalid',
  message: 'This page is out of date. Reload it to go on. Nothing that was sent is lost.',
}

/** Milliseconds before the next try: half a second, doubled each time up to 5 seconds, spread by `chance` (0 to 1). */
export function reconnectDelayMs(attempts: number, chance: number): number {
  return Math.min(5000, 500 * 2 ** attempts) * (0.5 + chance)
}

/**
 * Milliseconds before the next try after a refusal that says when: never sooner, and up to half as long again, so that
 * all pages of a school do not come back at the same moment. Undefined when it does not say.
 */
export function delayAfterRefusal({ retryAfterMs }: Refusal, chance: number): number | undefined {
  return retryAfterMs === undefined ? undefined : retryAfterMs * (1 + chance / 2)
}

/** True for a refusal that passes by itself: try again. */
export function isPassing(refusal: Refusal): boolean {
  return refusal.code === 'slow-down' || refusal.code === 'unavailable'
}

/** True when it is time to say that we cannot reach the helpdesk. */
export function triedLongEnough(attempts: number): boolean {
  return attempts >= attemptsBeforeFailed
}
