import { afterEach, describe, expect, it, vi } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

describe('a rate limit', () => {
  afterEach(() => {
    vi.useRealTimers()
  })

  it('counts each key by itself and says when there were too many, and for how long', async () => {
    const limit = createRateLimit({ points: 2, seconds: 60 })
    expect([await limit.count('a'), await limit.count('a')]).toEqual([{ allowed: true }, { allowed: true }])
    const refused = await limit.count('a')
    expect(refused).toEqual({ allowed: false, retryAfterMs: expect.any(Number) })
    expect(refused.allowed ? 0 : refused.retryAfterMs).toBeGreaterThan(0)
    expect(await limit.count('b')).toEqual({ allowed: true })
  })
  it('tells nobody to wait for longer than it counts, also when the clock was put back by an hour', async () => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const limit = createRateLimit({ points: 1, seconds: 10 })
    await limit.count('a')
    vi.setSystemTime(Date.now() - 3_600_000)
    expect(await limit.count('a')).toEqual({ allowed: false, retryAfterMs: 10_000 })
  })
})
