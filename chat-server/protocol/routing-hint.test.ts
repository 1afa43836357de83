import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hintHoldsMs, nextFor, suits, type Waiting } from './routing-hint.ts'

const person = (arrival: number, fields: Partial<Waiting> = {}): Waiting => ({
  id: `person-${arrival}`,
  arrival,
  startedAt: 0,
  uses: [],
  about: null,
  ...fields,
})

describe('who suits a navigator', () => {
  it('is whoever asked for what they help with, in whatever way it is written', () => {
    const asked = { uses: ['An interpreter: Urdu', 'Short sentences'], about: 'An EHC  plan for my son' }
    expect(suits(asked, ['urdu', 'EHC plan', 'Polish', 'short sentences'])).toEqual([
      'urdu',
      'EHC plan',
      'short sentences',
    ])
  })

  it('is nobody by a part of a word, or for nothing at all', () => {
    expect(suits({ uses: ['Finnish'], about: 'Art classes' }, ['Fin', 'art class', '', ' - '])).toEqual([])
    expect(suits({ uses: [], about: null }, ['Urdu'])).toEqual([])
  })
})

describe('who is next for a navigator', () => {
  const urdu = { uses: ['An interpreter: Urdu'] }

  it('is the first who suits them, among people who have just come', () => {
    const queue = [person(1), person(2, urdu), person(3, urdu)]
    expect(nextFor(queue, ['Urdu'], 1000)?.arrival).toBe(2)
    expect(nextFor(queue, ['Polish'], 1000)?.arrival).toBe(1)
    expect(nextFor([], ['Urdu'], 1000)).toBeNull()
  })

  it('is whoever came first, once they have waited long enough, and when the clock cannot tell', () => {
    const queue = [person(1), person(2, { ...urdu, startedAt: hintHoldsMs })]
    expect(nextFor(queue, ['Urdu'], hintHoldsMs - 1)?.arrival).toBe(2)
    expect(nextFor(queue, ['Urdu'], hintHoldsMs)?.arrival).toBe(1)
    const beforeTheClockWentBack = [person(1, { startedAt: 3_600_000 }), person(2, urdu)]
    expect(nextFor(beforeTheClockWentBack, ['Urdu'], 1000)?.arrival).toBe(1)
  })

  it('keeps nobody waiting: after the bound only those who came before are served before', () => {
    const skills = ['Urdu', 'Polish', 'BSL']
    const step = fc.record({
      passesMs: fc.integer({ min: 0, max: 60_000 }),
      /** somebody comes, or a navigator takes whom they are told to take */
      what: fc.constantFrom('comes', 'takes'),
      skill: fc.constantFrom(...skills),
    })
    fc.assert(
      fc.property(fc.array(step, { minLength: 1, maxLength: 120 }), (steps) => {
        let now = 0
        let queue: Waiting[] = []
        let arrival = 0
        for (const { passesMs, what, skill } of steps) {
          now += passesMs
          if (what === 'comes') {
            arrival += 1
            queue = [...queue, person(arrival, { startedAt: now, uses: [skill] })]
            continue
          }
          const taken = nextFor(queue, [skill], now)
          expect(taken === null).toBe(queue.length === 0)
          if (taken === null) continue
          for (const overtaken of queue.filter((one) => one.arrival < taken.arrival))
            expect(now - overtaken.startedAt).toBeLessThan(hintHoldsMs)
          queue = queue.filter(({ id }) => id !== taken.id)
        }
        // Whoever is left is served in the order of arrival once the bound is over: nobody is left for ever.
        now += hintHoldsMs
        const served: number[] = []
        while (queue.length > 0) {
          const next = nextFor(queue, skills.slice(0, 1), now)
          served.push(next?.arrival ?? 0)
          queue = queue.filter(({ id }) => id !== next?.id)
        }
        expect(served).toEqual(served.toSorted((one, other) => one - other))
      }),
    )
  })
})
