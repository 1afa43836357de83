import type { Stores } from './stores.ts'

/** How often we look for what is new, ms: a search finds what is newer by itself. */
const lookEveryMs = 30_000
/** A talk is taken in when it has rested for so long, ms: while it goes on, each message would have it taken in anew. */
const quietMs = 60_000
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
export function createSearchKeeper({ search, elapsed, clock }: Pick<Stores, 'search' | 'elapsed' | 'clock'>) {
  let lookedAt = Number.NEGATIVE_INFINITY
  return async function keepUp(): Promise<void> {
    if (elapsed() - lookedAt < lookEveryMs) return
    const isBehind = (await search.takeIn(inOneRound, clock() - quietMs)) === inOneRound
    lookedAt = isBehind ? Number.NEGATIVE_INFINITY : elapsed()
  }
}
