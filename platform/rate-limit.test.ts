import { afterEach, describe, expect, it, vi } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

describe('a rate limit', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('counts each key by itself and says when there were too many, and for how long', () => {
    const limit = createRateLimit({ points: 2, seconds: 60 })
    expect([limit.count('a'), limit.count('a')]).toEqual([{ allowed: true }, { allowed: true }])
    const refused = limit.count('a')
    expect(refused).toEqual({ allowed: false, retryAfterMs: expect.any(Number) })
    expect(refused.allowed ? 0 : refused.retryAfterMs).toBeGreaterThan(0)
    expect(limit.count('b')).toEqual({ allowed: true })
  })
  it('tells nobody to wait for longer than it counts, also when the clock was put back by an hour', () => {
    vi.useFakeTimers({ toFake: ['Date', 'performance'] })
    const limit = createRateLimit({ points: 1, seconds: 10 })
    limit.count('a')
    vi.setSystemTime(Date.now() - 3_600_000)
    expect(limit.count('a')).toEqual({ allowed: false, retryAfterMs: 10_000 })
  })
})
