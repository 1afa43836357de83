import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { isOwnOrigin } from '#platform/own-origins.ts'

/**
 * Whether a request comes from this site's own pages. A page of another site could otherwise open sockets and send
 * forms with the visitor's cookies: CORS does not cover WebSocket.
 */
export function isFromOurPages(headers: IncomingHttpHeaders, publicUrl: string): boolean {
  const { origin } = headers
  if (origin !== undefined && origin !== 'null') return isOwnOrigin(origin, { publicUrl })
  // Browsers leave Origin out of same-origin reads and blank it under some referrer policies; they still say this.
  const site = headers['sec-fetch-site']
  if (site !== undefined) return site === 'same-origin' || (site === 'none' && origin === undefined)
  // No browser at all: it holds nobody's cookies. A WebSocket from a browser always has an Origin.
  return origin === undefined
}

/** The address that limits count by; behind a proxy on this machine, the one that the proxy saw. */
export function addressOf(request: IncomingMessage, trustProxy: boolean): string {
  const peer = request.socket.remoteAddress ?? 'unknown'
  if (!trustProxy || !loopbackAddresses.includes(peer)) return peer
  const forwarded = [request.headers['x-forwarded-for'] ?? ''].flat().join(',')
  return forwarded.split(',').at(-1)?.trim() || peer
}

const loopbackAddresses: readonly string[] = ['127.0.0.1', '::1', '::ffff:127.0.0.1']
