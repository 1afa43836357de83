import type { Stores } from './stores.ts'

/** How often we look for what is new, ms: a search finds what is newer by itself. */
const lookEveryMs = 30_000
/**
 * Conversations that are taken in by one round. Messages wait for each for a millisecond or two, so that with more of them
 * one message in a hundred would be noticeably late.
 */
const inOneRound = 10

/**
 * Keeps search in step with what is written, a little at a time, so that hardly a message waits for it.
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
