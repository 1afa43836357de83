import { describe, expect, it } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

describe('a rate limit', () => {
  it('counts each key by itself and says when there were too many, and for how long', async () => {
    const limit = createRateLimit({ points: 2, seconds: 60 })
    expect([await limit.count('a'), await limit.count('a')]).toEqual([{ allowed: true }, { allowed: true }])
    const refused = await limit.count('a')
    expect(refused).toEqual({ allowed: false, retryAfterMs: expect.any(Number) })
    expect(refused.allowed ? 0 : refused.retryAfterMs).toBeGreaterThan(0)
    expect(await limit.count('b')).toEqual({ allowed: true })
  })
})
