import { setImmediate as endOfTurn, setTimeout as pause } from 'node:timers/promises'
import { createPace } from '../pace.ts'

/**
 * Lets all who ask in one turn of the event loop share one read. It begins when the turn has ended, so what each gets is no
 * older than their question. A read that takes long is not made again at once: those who ask meanwhile wait for the next,
 * so that it takes a quarter of the time at most.
 */
export function readTogether<Result>(read: () => Promise<Result>): () => Promise<Result> {
  const pace = createPace({ pauseTimes: 3, longestPauseMs: 250, clock: () => performance.now() })
  let asked: Promise<Result> | undefined

  async function readNext(): Promise<Result> {
    const waitMs = pace.waitMs()
    await (waitMs < 1 ? endOfTurn() : pause(waitMs))
    asked = undefined
    return pace.work(read)
  }

  return () => {
    asked ??= readNext()
    return asked
  }
}
