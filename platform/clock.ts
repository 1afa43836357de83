import { randomUUID } from 'node:crypto'

/** Gives the time: whole milliseconds since 1970-01-01T00:00Z. Passed in, so that tests can set it. */
export type Clock = () => number

/** The machine's clock. */
export const systemClock: Clock = () => Date.now()

/** Makes an id that nothing else has. Passed in, so that tests can predict it. */
export type NewId = () => string

/** A random UUID (version 4). */
export const randomId: NewId = () => randomUUID()

/**
 * The machine's time, unless it has been put forward since this clock was made: then the time that has really passed. For
 * what must not end early because a clock was wrong for a while.
 *
 * @param elapsed ms since any moment; never jumps
 */
export function createPatientClock(clock: Clock = systemClock, elapsed = () => performance.now()): Clock {
  const before = clock() - elapsed()
  return () => Math.trunc(Math.min(clock(), before + elapsed()))
}
