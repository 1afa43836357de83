import { createRateLimit, type RateLimit } from '#platform/rate-limit.ts'
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
  /** messages in an hour in one conversation or from one navigator */
  messagesPerSessionHour: number
  /** emails in an hour that one address is sent because somebody typed it in */
  lettersPerMailbox: number
  /** other requests in 10 seconds on one socket */
  requestsPerSession: number
}

export const usualLimits: LimitSettings = {
  connectionsPerAddress: 600,
  startsPerAddress: 120,
  messagesPerAddress: 1200,
  messagesPerSession: 20,
  messagesPerSessionHour: 1200,
  lettersPerMailbox: 10,
  requestsPerSession: 100,
}

/** Each resolves, or throws `TooManyRequests` that says when to try again. Counted in this process' memory. */
export interface Limits {
  connection(address: string): Promise<void>
  start(address: string): Promise<void>
  message(address: string, session: string): Promise<void>
  /** somebody typed in an email address that will be written to */
  letter(email: string): Promise<void>
  request(session: string): Promise<void>
}

export function createLimits(settings: LimitSettings): Limits {
  const connections = createRateLimit({ points: settings.connectionsPerAddress, seconds: 60 })
  const starts = createRateLimit({ points: settings.startsPerAddress, seconds: 600 })
  const addressMessages = createRateLimit({ points: settings.messagesPerAddress, seconds: 60 })
  const sessionMessages = createRateLimit({ points: settings.messagesPerSession, seconds: 10 })
  const hourMessages = createRateLimit({ points: settings.messagesPerSessionHour, seconds: 3600 })
  const letters = createRateLimit({ points: settings.lettersPerMailbox, seconds: 3600 })
  const requests = createRateLimit({ points: settings.requestsPerSession, seconds: 10 })
  const many = 'Many people are using this from where you are.'
  return {
    connection: (address) => consume(connections, address, many),
    start: (address) => consume(starts, address, many),
    async message(address, session) {
      await consume(sessionMessages, session, 'You are sending messages very fast.')
      await consume(hourMessages, session, 'You have sent very many messages.')
      await consume(addressMessages, address, many)
    },
    letter: (email) => consume(letters, email.toLowerCase(), 'Many emails went to this address.'),
    request: (session) => consume(requests, session, 'That was very fast.'),
  }
}

async function consume(limit: RateLimit, key: string, what: string): Promise<void> {
  const counted = await limit.count(key)
  if (!counted.allowed) throw new TooManyRequests(what, counted.retryAfterMs)
}
