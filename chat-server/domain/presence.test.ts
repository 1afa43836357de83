import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createClockWatch } from './clock-watch.ts'
import { createPresence, leaseMs } from './presence.ts'

const hour = 3_600_000
const second = 1000

/** Time that passes, and a clock that may be wrong by `jump`. */
function startTime() {
  const time = { passed: 0, jump: 0 }
  return { time, clock: () => 1_800_000_000_000 + time.passed + time.jump, elapsed: () => time.passed }
}

describe('who is at the desk', () => {
  it('is whoever gave a sign of life in the last half minute', () => {
    const { time, clock, elapsed } = startTime()
    const presence = createPresence({ clock, elapsed })
    const sign = { accountId: 'sam', leaseUntil: clock() + leaseMs }
    expect([presence.isThere(sign), presence.isGone(sign)]).toEqual([true, false])
    time.passed += leaseMs - 1
    expect([presence.isThere(sign), presence.isGone(sign)]).toEqual([true, false])
    time.passed += 1
    expect([presence.isThere(sign), presence.isGone(sign)]).toEqual([false, true])
    const next = { ...sign, leaseUntil: sign.leaseUntil + 1 }
    expect([presence.isThere(next), presence.isGone(next)]).toEqual([true, false])
  })

  it('is nobody who left long before this process began, but they get their time to come back', () => {
    const { time, clock, elapsed } = startTime()
    const presence = createPresence({ clock, elapsed })
    const old = { accountId: 'sam', leaseUntil: clock() - hour }
    expect([presence.isThere(old), presence.isGone(old)]).toEqual([false, false])
    time.passed += leaseMs
    expect(presence.isGone(old)).toBe(true)
  })

  it('stays the same when the clock jumps an hour, forward or back, as often as it likes', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(-hour, 0, hour), { minLength: 1, maxLength: 30 }), (jumps) => {
        const { time, clock, elapsed } = startTime()
        const presence = createPresence({ clock, elapsed })
        const left = { accountId: 'alex', leaseUntil: clock() + leaseMs }
        presence.isThere(left)
        jumps.forEach((jump, index) => {
          time.passed += 5 * second
          const sam = { accountId: 'sam', leaseUntil: clock() + leaseMs }
          expect(presence.isThere(sam)).toBe(true)
          time.jump += jump
          expect([presence.isThere(sam), presence.isGone(sam)]).toEqual([true, false])
          const isOver = (index + 1) * 5 * second >= leaseMs
          expect([presence.isThere(left), presence.isGone(left)]).toEqual([!isOver, isOver])
        })
      }),
    )
  })
})

describe('the clock', () => {
  it('is trusted while it runs evenly, and again when it has for five minutes after a jump', () => {
    const { time, clock, elapsed } = startTime()
    const isSettled = createClockWatch({ clock, elapsed })
    expect(isSettled()).toBe(true)
    time.passed += 10 * hour
    expect(isSettled()).toBe(true)
    time.jump += hour
    expect(isSettled()).toBe(false)
    time.passed += 60 * second
    time.jump -= hour
    expect(isSettled()).toBe(false)
    time.passed += 299 * second
    expect(isSettled()).toBe(false)
    time.passed += second
    expect(isSettled()).toBe(true)
  })
})
