import type { Chance } from '../../scripts/bench/chance.ts'

/** The pace of whatever makes load and trouble. Tests wait on what they look for, never on this. */
export interface Pace {
  /** Lets some time go by: from half of `ms` to one and a half. */
  about(ms: number): Promise<void>
  /** Lets this time go by. */
  exactly(ms: number): Promise<void>
}

export function createPace(chance: Chance): Pace {
  const exactly = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms))
  return { exactly, about: (ms) => exactly(ms / 2 + chance.upTo(Math.max(1, ms))) }
}
