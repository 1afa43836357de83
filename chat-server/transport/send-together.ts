/**
 * Hands what waits for one connection to the operating system at once instead of piece by piece: a desk that looks on at
 * a hundred conversations gets many messages in one turn of the event loop.
 */
export function sendTogether(engine: Engine): void {
  engine.on('flush', ({ request }, packets) => {
    if (packets.length > 1) request.socket.cork()
  })
  // Follows in the same turn, when all of them are handed over.
  engine.on('drain', ({ request }) => {
    request.socket.uncork()
  })
}

/** What is used of engine.io. */
interface Engine {
  on(event: 'flush', listener: (connection: Connection, packets: readonly unknown[]) => void): unknown
  on(event: 'drain', listener: (connection: Connection) => void): unknown
}

interface Connection {
  readonly request: { readonly socket: { cork(): unknown; uncork(): unknown } }
}
