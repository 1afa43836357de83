import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { compareWaiting, usualWaitMinutes } from './queue.ts'

const waiting = fc.record({
  id: fc.uuid(),
  channel: fc.constantFrom('chat' as const, 'message' as const),
  arrival: fc.integer({ min: 0, max: 5 }),
  startedAt: fc.integer({ min: 0, max: 2 }),
})

describe('the queue', () => {
  it('serves chats first, then who came first, and is the same for everybody', () => {
    fc.assert(
      fc.property(fc.uniqueArray(waiting, { selector: (one) => one.id }), (people) => {
        const queue = people.toSorted(compareWaiting)
        expect(people.toReversed().toSorted(compareWaiting)).toEqual(queue)
        queue.forEach((later, index) => {
          const earlier = queue[index - 1]
          if (!earlier) return
          expect(earlier.channel === 'chat' || later.channel === 'message').toBe(true)
          if (earlier.channel === later.channel) expect(earlier.arrival).toBeLessThanOrEqual(later.arrival)
        })
      }),
    )
  })

  it('says nothing about the wait when it cannot know', () => {
    expect(usualWaitMinutes([])).toBeNull()
    expect(usualWaitMinutes([60_000, 60_000])).toBeNull()
  })

  it('tells the usual wait, not the worst', () => {
    expect(usualWaitMinutes([60_000, 3_600_000, 61_000])).toBe(2)
  })
})
