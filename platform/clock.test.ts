import { describe, expect, it } from 'vitest'
import { createPatientClock } from './clock.ts'

describe('a patient clock', () => {
  it('goes with the machine’s, and waits for the time that passes when that one is put forward', () => {
    const time = { passed: 5, jump: 1_000 }
    const clock = createPatientClock(
      () => time.passed + time.jump,
      () => time.passed,
    )
    expect(clock()).toBe(1_005)
    time.passed += 20
    expect(clock()).toBe(1_025)
    time.jump += 3_600_000
    expect(clock()).toBe(1_025)
    time.passed += 20
    expect(clock()).toBe(1_045)
    time.jump -= 2 * 3_600_000
    expect(clock(), 'put back').toBe(1_045 - 3_600_000)
  })
})
