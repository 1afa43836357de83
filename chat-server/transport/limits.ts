import { hash } from 'node:crypto'
import { createRateLimit, hashKey, type RateLimit } from '#platform/rate-limit.ts'
import { addressGroup } from './address-group.ts'
import { TooManyRequests } from './refusals.ts'

/**
 * How much is too much. Addresses are shared by whole schools, so theirs are wide; a session's are tight. An IPv6
 * address counts by its first 64 bits.
 */
export interface LimitSettings {
  /** socket connections a minute from one address */
  connectionsPerAddress: number
  /** sockets that are open at once from one address */
  openPerAddress: number
  /** sockets that one cookie or one navigator has open at once: a tab each */
  openPerSession: number
  /** conversations begun in 10 minutes from one address */
  startsPerAddress: number
  /** the same for an hour after somebody there was blocked: slower, never shut */
  startsWhereBlocked: number
  /** messages a minute from one address */
  messagesPerAddress: number
  /** messages in 10 seconds in one conversation or from one navigator */
  messagesPerSession: number
  /** messages in an hour in one conversation or from one navigator */
  messagesPerSessionHour: number
  /** emails in an hour that one address is sent because somebody typed it in */
  lettersPerMailbox: number
  /** other requests in 10 seconds on one socket */
  requestsPerSession: number
}

/** For how long conversations begin slowly where somebody was blocked. */
const slowMs = 60 * 60_000

/** When to try again where too many are open: somebody must leave first. */
const fullMs = 30_000

export const usualLimits: LimitSettings = {
  connectionsPerAddress: 600,
  openPerAddress: 2000,
  openPerSession: 20,
  startsPerAddress: 120,
  startsWhereBlocked: 12,
  messagesPerAddress: 1200,
  messagesPerSession: 20,
  messagesPerSessionHour: 1200,
  lettersPerMailbox: 10,
  requestsPerSession: 100,
}

/** Each throws `TooManyRequests` at once when there were too many, and says when to try again. Counted in this process' memory. */
export interface Limits {
  connection(address: string): void
  /** one more socket, when so many are open from its address and in its session */
  open(already: { fromAddress: number; inSession: number }): void
  start(address: string): void
  /** for an hour conversations begin more slowly from this address */
  slowDown(address: string): void
  message(address: string, session: string): void
  /** somebody typed in an email address that will be written to */
  letter(email: string): void
  request(session: string): void
}

export function createLimits(settings: LimitSettings): Limits {
  const connections = createRateLimit({ points: settings.connectionsPerAddress, seconds: 60 })
  const starts = createRateLimit({ points: settings.startsPerAddress, seconds: 600 })
  const slowStarts = createRateLimit({ points: settings.startsWhereBlocked, seconds: 600 })
  const slowed = createRecentKeys(slowMs)
  const addressMessages = createRateLimit({ points: settings.messagesPerAddress, seconds: 60 })
  const sessionMessages = createRateLimit({ points: settings.messagesPerSession, seconds: 10 })
  const hourMessages = createRateLimit({ points: settings.messagesPerSessionHour, seconds: 3600 })
  const letters = createRateLimit({ points: settings.lettersPerMailbox, seconds: 3600 })
  const requests = createRateLimit({ points: settings.requestsPerSession, seconds: 10 })
  const many = 'Many people are using this from where you are.'
  return {
    connection: (address) => consume(connections, addressGroup(address), many),
    open({ fromAddress, inSession }) {
      if (inSession >= settings.openPerSession)
        throw new TooManyRequests('You have this open in many tabs. Close some of them.', fullMs)
      if (fromAddress >= settings.openPerAddress) throw new TooManyRequests(many, fullMs)
    },
    start(address) {
      const group = addressGroup(address)
      if (slowed.has(group)) consume(slowStarts, group, many)
      consume(starts, group, many)
    },
    slowDown: (address) => slowed.add(addressGroup(address)),
    message(address, session) {
      const hashed = hashKey(session)
      refuse(sessionMessages.countHashed(hashed), 'You are sending messages very fast.')
      refuse(hourMessages.countHashed(hashed), 'You have sent very many messages.')
      consume(addressMessages, addressGroup(address), many)
    },
    letter: (email) => consume(letters, email.toLowerCase(), 'Many emails went to this address.'),
    request: (session) => consume(requests, session, 'That was very fast.'),
  }
}

/** Keys of the last while, kept as hashes in this process' memory alone. */
function createRecentKeys(lastMs: number) {
  const endsAt = new Map<string, number>()
  return {
    add(key: string): void {
      const now = performance.now()
      for (const [known, end] of endsAt) if (end <= now) endsAt.delete(known)
      endsAt.set(hash('sha256', key), now + lastMs)
    },
    has: (key: string): boolean => (endsAt.get(hash('sha256', key)) ?? 0) > performance.now(),
  }
}

function consume(limit: RateLimit, key: string, what: string): void {
  refuse(limit.count(key), what)
}

function refuse(counted: ReturnType<RateLimit['count']>, what: string): void {
  if (!counted.allowed) throw new TooManyRequests(what, counted.retryAfterMs)
}
