import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'
import { TooManyRequests } from './refusals.ts'

/** How much is too much. Addresses are shared by whole schools, so theirs are wide; a session's are tight. */
export interface LimitSettings {
  /** socket connections a minute from one address */
  connectionsPerAddress: number
  /** conversations begun in 10 minutes from one address */
  startsPerAddress: number
  /** messages a minute from one address */
  messagesPerAddress: number
  /** messages in 10 seconds in one conversation or from one navigator */
  messagesPerSession: number
  /** other requests in 10 seconds on one socket */
  requestsPerSession: number
}

export const usualLimits: LimitSettings = {
  connectionsPerAddress: 600,
  startsPerAddress: 120,
  messagesPerAddress: 1200,
  messagesPerSession: 20,
  requestsPerSession: 100,
}

/** Each resolves, or throws `TooManyRequests` that says when to try again. Counted in this process' memory. */
export interface Limits {
  connection(address: string): Promise<void>
  start(address: string): Promise<void>
  message(address: string, session: string): Promise<void>
  request(session: string): Promise<void>
}

export function createLimits(settings: LimitSettings): Limits {
  const connections = counter(settings.connectionsPerAddress, 60)
  const starts = counter(settings.startsPerAddress, 600)
  const addressMessages = counter(settings.messagesPerAddress, 60)
  const sessionMessages = counter(settings.messagesPerSession, 10)
  const requests = counter(settings.requestsPerSession, 10)
  const many = 'Many people are using this from where you are.'
  return {
    connection: (address) => consume(connections, address, many),
    start: (address) => consume(starts, address, many),
    async message(address, session) {
      await consume(sessionMessages, session, 'You are sending messages very fast.')
      await consume(addressMessages, address, many)
    },
    request: (session) => consume(requests, session, 'That was very fast.'),
  }
}

function counter(points: number, seconds: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: seconds })
}

async function consume(limiter: RateLimiterMemory, key: string, what: string): Promise<void> {
  try {
    await limiter.consume(key)
  } catch (refused) {
    if (refused instanceof RateLimiterRes) throw new TooManyRequests(what, refused.msBeforeNext)
    throw refused
  }
}
