/** Chance that comes out the same each time. */
export interface Chance {
  /** A whole number from 0 to below `bound`. */
  upTo(bound: number): number
  /** @throws Error when there is nothing to choose from */
  oneOf<T>(choices: readonly T[]): T
}

/** Chance that follows from a seed, a whole number: the generator is mulberry32. */
export function chanceFrom(seed: number): Chance {
  let state = seed
  const upTo = (bound: number) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound)
  }
  return {
    upTo,
    oneOf: (choices) => {
      const chosen = choices[upTo(choices.length)]
      if (chosen === undefined) throw new Error('There is nothing to choose from.')
      return chosen
    },
  }
}
