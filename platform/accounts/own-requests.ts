import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import type { Config } from '../config.ts'
import { isOwnOrigin } from '../own-origins.ts'
import type { SignedIn } from './grants.ts'

/**
 * The token that shows a request to come from a page of ours that the session opened: made from the session and the
 * secret, so that it need not be stored.
 */
export function csrfTokenOf(sessionId: string, secret: string): string {
  return createHmac('sha256', secret).update(`csrf:${sessionId}`).digest('base64url')
}

/** Whether `token` is the one of this person's session. */
export function isCsrfTokenOf(signedIn: Pick<SignedIn, 'csrfToken'>, token: unknown): boolean {
  if (typeof token !== 'string') return false
  const [given, expected] = [Buffer.from(token), Buffer.from(signedIn.csrfToken)]
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** Whether a request was sent by a page of this site. Browsers send `Origin` with every request that may change something. */
export function comesFromOurPages(
  headers: IncomingHttpHeaders,
  config: Pick<Config, 'publicUrl' | 'cmsOrigin'>,
): boolean {
  return headers.origin !== undefined && isOwnOrigin(headers.origin, config)
}
