/** A difference between the clock and elapsed time that no slow machine explains. */
const jumpMs = 60_000

/** For how long a clock that has jumped is not trusted: long enough for it to be put right. */
const settleMs = 5 * 60_000

/**
 * Tells whether the clock has run evenly lately. What cannot be taken back, such as closing for the day, waits until
 * it has.
 *
 * @param parts.clock ms UTC
 * @param parts.elapsed ms since any moment; never jumps
 */
export function createClockWatch({ clock, elapsed }: { clock: () => number; elapsed: () => number }) {
  let offset = clock() - elapsed()
  let settledAt = elapsed()
  /** Looks at the clock now. Ask every few seconds. */
  return function isSettled(): boolean {
    const now = elapsed()
    const offsetNow = clock() - now
    if (Math.abs(offsetNow - offset) >= jumpMs) settledAt = now + settleMs
    offset = offsetNow
    return now >= settledAt
  }
}
