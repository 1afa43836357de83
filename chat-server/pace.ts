/** Keeps a kind of work to its share of the time: after each piece comes a pause that is so many times as long. */
export interface Pace {
  /** How many milliseconds there are to wait now. */
  waitMs(): number
  /** Does a piece of such work. */
  work<Result>(piece: () => Promise<Result>): Promise<Result>
}

/**
 * @param options.pauseTimes how many times as long as the work a pause is: 9 leaves it a tenth of the time
 * @param options.longestPauseMs however long the work took
 * @param options.clock milliseconds that only go forward
 */
export function createPace(options: {
  pauseTimes: number
  longestPauseMs: number
  clock: () => number
}): Pace {
  const { pauseTimes, longestPauseMs, clock } = options
  let notBefore = Number.NEGATIVE_INFINITY
  return {
    waitMs: () => Math.max(0, notBefore - clock()),
    async work(piece) {
      const startedAt = clock()
      try {
        return await piece()
      } finally {
        const now = clock()
        notBefore = now + Math.min(pauseTimes * (now - startedAt), longestPauseMs)
      }
    },
  }
}
