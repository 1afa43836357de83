/** Keeps work that may wait to a tenth of the time: after each piece comes a pause of nine times as long. */
export interface Pace {
  /** How many milliseconds there are to wait now. */
  waitMs(): number
  /** Does a piece of such work; the pause after it is as long as it took nine times over, and at most 2 seconds. */
  work<Result>(piece: () => Promise<Result>): Promise<Result>
}

const pauseShare = 9
const longestPauseMs = 2_000

/** @param clock milliseconds that only go forward */
export function createPace(clock: () => number): Pace {
  let notBefore = Number.NEGATIVE_INFINITY
  return {
    waitMs: () => Math.max(0, notBefore - clock()),
    async work(piece) {
      const startedAt = clock()
      try {
        return await piece()
      } finally {
        const now = clock()
        notBefore = now + Math.min(pauseShare * (now - startedAt), longestPauseMs)
      }
    },
  }
}
