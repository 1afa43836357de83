import type { RefusalCode } from '#protocol/contract.ts'
import type { Channel } from '#protocol/conversation.ts'

/** What the helpdesk tells whoever counts: numbers and names of requests, never who somebody is or what they wrote. */
export interface HelpdeskMetrics {
  /** A request on a socket was answered, so many ms after it had come. `unknown` stands for all requests that do not exist. */
  answered(request: string, outcome: 'ok' | RefusalCode, ms: number): void
  /** A navigator took somebody who had waited so many ms. */
  taken(channel: Channel, waitedMs: number): void
  /** Hands over how to read the way things stand, for whenever somebody looks. */
  watch(read: () => Promise<HelpdeskReadings>): void
}

/** How things stand now. */
export interface HelpdeskReadings {
  /** sockets on this process */
  connections: Readonly<Record<'visitor' | 'desk', number>>
  /** who waits, on all processes */
  waiting: Readonly<Record<Channel, number>>
  /** how long the first of them has waited; 0 when nobody waits */
  longestWaitMs: number
  navigatorsAvailable: number
}

/** Counts nothing. */
export const noMetrics: HelpdeskMetrics = { answered() {}, taken() {}, watch() {} }
