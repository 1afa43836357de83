/** How long a desk counts as connected after the last sign of it. */
export const leaseMs = 30_000

/** A navigator's last sign of life, as it is stored: any number that is another one with each sign. */
export interface Sign {
  accountId: string
  leaseUntil: number
}

/** Who is connected to the desk, judged by time that only goes forward. */
export interface Presence {
  /**
   * Whether a sign came lately. What was never seen before counts by the clock, so that a process that starts
   * takes nobody for present who left long ago.
   */
  isThere(sign: Sign): boolean
  /** Whether no sign came for as long as a lease: seen by this process itself, whatever the clock did meanwhile. */
  isGone(sign: Sign): boolean
}

/**
 * Watches signs of life. A clock that jumps, or differs from another process's, makes nobody come or go: only a
 * sign that stays the same for `leaseMs` of this process's own time does.
 *
 * @param parts.clock ms UTC
 * @param parts.elapsed ms since any moment; never jumps
 */
export function createPresence({ clock, elapsed }: PresenceParts): Presence {
  const seen = new Map<string, Seen>()

  function watch({ accountId, leaseUntil }: Sign): Seen {
    const before = seen.get(accountId)
    if (before?.leaseUntil === leaseUntil) return before
    const isFresh = before !== undefined || isWithinLease(leaseUntil - clock())
    const now = { leaseUntil, since: elapsed(), isFresh }
    seen.set(accountId, now)
    return now
  }

  return {
    isThere(sign) {
      const { since, isFresh } = watch(sign)
      return isFresh && elapsed() - since < leaseMs
    },
    isGone: (sign) => elapsed() - watch(sign).since >= leaseMs,
  }
}

function isWithinLease(remainingMs: number): boolean {
  return remainingMs > 0 && remainingMs <= leaseMs
}

export interface PresenceParts {
  clock: () => number
  elapsed: () => number
}

interface Seen {
  leaseUntil: number
  /** when the sign was seen first, by `elapsed` */
  since: number
  isFresh: boolean
}
