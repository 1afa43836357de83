import { AsyncLocalStorage } from 'node:async_hooks'
import { DatabaseError } from './database-errors.ts'

/** Lets one writer at a time in, first come first served. */
export interface WriteLock {
  /** Resolves with the function that gives the lock back. Throws when called from inside a write. */
  take(): Promise<() => void>
  /** Runs `work` marked as inside a write, so that a second write fails at once instead of waiting for ever. */
  inside<Result>(work: () => Promise<Result>): Promise<Result>
  /** Throws `DatabaseError` when called from inside a write. */
  refuseInside(): void
}

/** A lock for one database. */
export function createWriteLock(): WriteLock {
  const current = new AsyncLocalStorage<{ running: boolean }>()
  let last: Promise<void> = Promise.resolve()

  function refuseInside(): void {
    if (current.getStore()?.running) {
      throw new DatabaseError(
        'A write was started inside another write. Use the transaction that was passed in.',
      )
    }
  }

  return {
    refuseInside,
    async take() {
      refuseInside()
      const before = last
      const { promise, resolve } = Promise.withResolvers<void>()
      last = promise
      await before
      return resolve
    },
    async inside(work) {
      const mark = { running: true }
      try {
        return await current.run(mark, work)
      } finally {
        mark.running = false
      }
    },
  }
}
