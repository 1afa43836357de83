import type { Stores } from './stores.ts'

/** How often we look for what is new, ms: a search finds what is newer by itself. */
const lookEveryMs = 30_000
/** Conversations that are taken in by one round, so that none takes long. */
const inOneRound = 100

/**
 * Keeps search in step with what is written, a little at a time and never while a message waits for it.
 *
 * @returns what each of the helpdesk's rounds calls
 */
export function createSearchKeeper({ search, elapsed }: Pick<Stores, 'search' | 'elapsed'>) {
  let lookedAt = Number.NEGATIVE_INFINITY
  return async function keepUp(): Promise<void> {
    if (elapsed() - lookedAt < lookEveryMs) return
    const isBehind = (await search.takeIn(inOneRound)) === inOneRound
    lookedAt = isBehind ? Number.NEGATIVE_INFINITY : elapsed()
  }
}
