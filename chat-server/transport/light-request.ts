import type { IncomingMessage } from 'node:http'

/**
 * Lets go of most of the HTTP request that a connection came with: it would stay as long as the connection does, and is a
 * good part of what an idle one takes. What socket.io and admission look at when one more namespace is asked for is kept.
 */
export function keepLightRequest(connection: { readonly request: IncomingMessage }): void {
  const { headers, socket, url } = connection.request
  Object.assign(connection, { request: { headers, socket, connection: socket, url, _query: {} } })
}
