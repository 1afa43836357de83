import { hash } from 'node:crypto'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

/**
 * Counts how often something was asked for, by key, within this process.
 *
 * @param options.points how often within the time
 * @param options.seconds the time that counts
 */
export function createRateLimit(options: { points: number; seconds: number }): RateLimit {
  const limiter = new RateLimiterMemory({ points: options.points, duration: options.seconds })
  return {
    async count(key) {
      // Keys are addresses of people or machines: only their hash is kept, and in memory alone.
      const hashed = hash('sha256', key, 'base64url')
      try {
        await limiter.consume(hashed)
        return { allowed: true }
      } catch (refusal) {
        // The machine's clock may have been put back meanwhile; the limiter's own timer has not.
        if (refusal instanceof RateLimiterRes)
          return { allowed: false, retryAfterMs: Math.min(refusal.msBeforeNext, options.seconds * 1000) }
        throw refusal
      }
    },
  }
}

export interface RateLimit {
  /** Counts one more; once there were too many, says in how many milliseconds the next is allowed. */
  count(key: string): Promise<{ allowed: true } | { allowed: false; retryAfterMs: number }>
}
