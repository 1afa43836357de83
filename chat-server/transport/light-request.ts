import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'

/**
 * Lets go of most of the HTTP request that a connection came with, and of what socket.io wrote down of it: both would stay
 * as long as the connection does, and are a good part of what an idle one takes. What socket.io and admission look at
 * when one more namespace is asked for is kept.
 */
export function keepLightRequest(visitor: {
  readonly conn: { readonly request: IncomingMessage }
  readonly handshake: { readonly headers: IncomingHttpHeaders }
}): void {
  const { socket, url } = visitor.conn.request
  const headers = lightHeaders(visitor.conn.request.headers)
  Object.assign(visitor.conn, { request: { headers, socket, connection: socket, url, _query: nothingAsked } })
  Object.assign(visitor.handshake, { headers, time: '', query: nothingAsked })
}

const nothingAsked = Object.freeze({})

/** Who it is and where they come from: the rest was said once, for opening the connection. */
function lightHeaders(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const { cookie, origin, 'x-forwarded-for': forwarded } = headers
  return {
    ...(cookie !== undefined && { cookie }),
    ...(origin !== undefined && { origin }),
    ...(forwarded !== undefined && { 'x-forwarded-for': forwarded }),
  }
}
