import { describe, expect, it } from 'vitest'
import { createRateLimit } from './rate-limit.ts'

describe('a rate limit', () => {
  it('counts each key by itself and says when there were too many', async () => {
    const limit = createRateLimit({ points: 2, seconds: 60 })
    expect([await limit.allows('a'), await limit.allows('a'), await limit.allows('a')]).toEqual([
      true,
      true,
      false,
    ])
    expect(await limit.allows('b')).toBe(true)
  })
})
