/** Characters that may wait for one connection to take them: a few pages of the longest messages. */
const mostUnread = 4_000_000

/**
 * Ends connections whose other end asks and does not listen: what it was answered would wait in our memory for as long as it
 * says that it is there. One answer may be longer by itself, or a desk with a very long list could not work it off. A page that
 * was only slow connects again and asks for what it missed.
 */
export function endUnreadConnections(engine: Engine): void {
  engine.on('connection', (connection) => {
    let unread = 0
    connection.on('packetCreate', ({ data }) => {
      if (unread > mostUnread) {
        connection.close(true)
        // No parting words either: they would not be read.
        connection.request.socket.destroy()
      }
      unread += typeof data === 'string' ? data.length : 0
    })
    // Handed over together, once all that was handed over before has gone.
    connection.on('flush', () => {
      unread = 0
    })
  })
}

/** What is used of engine.io. */
interface Engine {
  on(event: 'connection', listener: (connection: Connection) => void): unknown
}

interface Connection {
  readonly request: { readonly socket: { destroy(): unknown } }
  on(event: 'packetCreate', listener: (packet: { data?: unknown }) => void): unknown
  on(event: 'flush', listener: () => void): unknown
  close(discard: boolean): unknown
}
