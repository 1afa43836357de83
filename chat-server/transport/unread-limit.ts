/** Characters that may wait for one connection to take them: a few pages of the longest messages. */
const mostUnread = 4_000_000

/**
 * Ends connections whose other end asks and does not listen: what it was answered would wait in our memory for as long as it
 * says that it is there. One answer may be longer by itself, or a desk with a very long list could not work it off. A page that
 * was only slow connects again and asks for what it missed. Nothing is kept for a connection that has taken all.
 */
export function endUnreadConnections(engine: Engine): void {
  const unread = new WeakMap<object, number>()

  function count(this: Connection, { data }: { data?: unknown }): void {
    const before = unread.get(this) ?? 0
    if (before > mostUnread) {
      this.close(true)
      // No parting words either: they would not be read.
      this.request.socket.destroy()
    }
    unread.set(this, before + (typeof data === 'string' ? data.length : 0))
  }

  engine.on('connection', (connection) => {
    connection.on('packetCreate', count)
  })
  // Handed over together, once all that was handed over before has gone.
  engine.on('flush', (connection) => {
    unread.delete(connection)
  })
}

/** What is used of engine.io. */
interface Engine {
  on(event: 'connection' | 'flush', listener: (connection: Connection) => void): unknown
}

interface Connection {
  readonly request: { readonly socket: { destroy(): unknown } }
  on(event: 'packetCreate', listener: (this: Connection, packet: { data?: unknown }) => void): unknown
  close(discard: boolean): unknown
}
