import { hash } from 'node:crypto'

/**
 * Counts how often something was asked for, by key, within this process. A key's time begins with its first count and is
 * measured by a clock that is never put back.
 *
 * @param options.points how often within the time
 * @param options.seconds the time that counts
 */
export function createRateLimit(options: { points: number; seconds: number }): RateLimit {
  const { points, seconds } = options
  /** in the order in which they end, since all last equally long */
  const windows = new Map<string, Window>()

  function forgetEnded(now: number): void {
    for (const [key, { endsAt }] of windows) {
      if (endsAt > now) return
      windows.delete(key)
    }
  }

  return {
    count: (key) => countHashed(hashKey(key)),
    countHashed,
  }

  function countHashed(hashed: string): Counted {
    const now = Math.trunc(performance.now())
    forgetEnded(now)
    const known = windows.get(hashed)
    if (known === undefined) {
      windows.set(hashed, { count: 1, endsAt: now + seconds * 1000 })
      return points >= 1 ? allowed : { allowed: false, retryAfterMs: seconds * 1000 }
    }
    known.count += 1
    return known.count <= points ? allowed : { allowed: false, retryAfterMs: known.endsAt - now }
  }
}

/** Keys are addresses of people or machines: only their hash is kept, and in memory alone. */
export function hashKey(key: string): string {
  return hash('sha256', key, 'base64url')
}

export interface RateLimit {
  /** Counts one more; once there were too many, says in how many milliseconds the next is allowed. */
  count(key: string): Counted
  /** The same for a key that was hashed already, by `hashKey`, because several limits count it. */
  countHashed(hashed: string): Counted
}

type Counted = { allowed: true } | { allowed: false; retryAfterMs: number }

/** The time that a key is counted in. */
interface Window {
  count: number
  /** whole ms of the process' own clock, which take less room than parts of one */
  readonly endsAt: number
}

const allowed = { allowed: true } as const
