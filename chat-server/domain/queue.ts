import type { Channel } from '#protocol/conversation.ts'

/** What the order of the queue depends on. `id` settles a tie, the same on every process. */
export interface Waiting {
  id: string
  channel: Channel
  /** counted up with each conversation: who came first, whatever the clock said */
  arrival: number
  /** when the conversation began, ms UTC; settles the order of two that came at once */
  startedAt: number
}

/**
 * Who is next: chats before all else, since someone sits in front of a chat; then who came
 * first. Whoever is handed back keeps the place that their arrival gives them.
 */
export function compareWaiting(a: Waiting, b: Waiting): number {
  if ((a.channel === 'chat') !== (b.channel === 'chat')) return a.channel === 'chat' ? -1 : 1
  if (a.arrival !== b.arrival) return a.arrival - b.arrival
  if (a.startedAt !== b.startedAt) return a.startedAt - b.startedAt
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** The fewest waits that say anything about the usual one. */
const fewestWaits = 3

/** The usual wait (the median of `waitsMs`), in whole minutes rounded up; null when there are too few to tell. */
export function usualWaitMinutes(waitsMs: readonly number[]): number | null {
  if (waitsMs.length < fewestWaits) return null
  const middle = waitsMs.toSorted((a, b) => a - b)[Math.floor(waitsMs.length / 2)]
  return middle === undefined ? null : Math.ceil(middle / 60_000)
}
