import { type DestinationStream, type Logger, pino } from 'pino'
import { errorFacts } from './error-facts.ts'

/** What every part writes to. Never write message text, email addresses or IP addresses to it. */
export type Log = Logger

/**
 * The program's log: one JSON object a line. Requests are logged by method and path alone, since a query may hold a
 * sign-in link's token or what someone searched for, and an address points at a person. Of errors, given as `err`, it
 * holds their facts and not their words.
 *
 * @param options.production leaves out what only developers want to see
 * @param destination where lines go; standard output unless given
 */
export function createLog(options: { production: boolean }, destination?: DestinationStream): Log {
  const settings = {
    level: options.production ? 'info' : 'debug',
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { req: withoutQuery, err: errorFacts },
  }
  return destination ? pino(settings, destination) : pino(settings)
}

function withoutQuery(request: { method?: string; url?: string }): { method?: string; path?: string } {
  return {
    ...(request.method === undefined ? {} : { method: request.method }),
    ...(request.url === undefined ? {} : { path: request.url.split('?', 1)[0] ?? '' }),
  }
}
