import { once } from 'node:events'
import { connect } from 'node:net'

/** Somebody with a WebSocket of their own making, who never listens. */
export interface RawClient {
  /** Asks once more. Gives false when the helpdesk has ended the connection. */
  ask(event: string, payload: object): boolean
  /** Sends a frame as it is: text as text, bytes as bytes. */
  send(frame: string | Buffer): void
  /** Says that it is still there. */
  answerPing(): void
  isOpen(): boolean
  close(): void
}

/**
 * Connects to a namespace as socket.io does, and from then on reads nothing: what the helpdesk sends stays in its own memory
 * once the machine's buffers are full.
 */
export async function openRawClient(options: {
  port: number
  namespace: string
  cookie: string
  origin: string
}): Promise<RawClient> {
  const { port, namespace, cookie, origin } = options
  const socket = connect({ port, host: '127.0.0.1' })
  let isOpen = true
  socket.on('error', () => undefined)
  socket.once('close', () => {
    isOpen = false
  })
  await once(socket, 'connect')
  const request = [
    'GET /api/socket/?EIO=4&transport=websocket HTTP/1.1',
    `Host: localhost:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
    `Origin: ${origin}`,
    `Cookie: ${cookie}`,
  ]
  socket.write(`${request.join('\r\n')}\r\n\r\n`)
  const heard = createListener(socket)
  await heard('"sid"')
  socket.write(textFrame(`40${namespace},`))
  await heard(`40${namespace}`)
  socket.pause()
  let asked = 0
  return {
    ask(event, payload) {
      asked += 1
      if (isOpen) socket.write(textFrame(`42${namespace},${asked}${JSON.stringify([event, payload])}`))
      return isOpen
    },
    send(frame) {
      if (isOpen) socket.write(typeof frame === 'string' ? textFrame(frame) : maskedFrame(0x82, frame))
    },
    answerPing() {
      if (isOpen) socket.write(textFrame('3'))
    },
    isOpen: () => isOpen,
    close: () => socket.destroy(),
  }
}

/** Waits for the next piece that holds `text`. */
function createListener(socket: ReturnType<typeof connect>) {
  return async (text: string): Promise<void> => {
    let all = ''
    for (;;) {
      const [piece] = await once(socket, 'data')
      all += String(piece)
      if (all.includes(text)) return
    }
  }
}

function textFrame(text: string): Buffer {
  return maskedFrame(0x81, Buffer.from(text))
}

/** Up to 64 KB as one frame; it must be masked, and a mask of zeros is one. */
function maskedFrame(kind: number, body: Buffer): Buffer {
  const head = Buffer.from(body.length < 126 ? [kind, 0x80 | body.length] : [kind, 0x80 | 126, 0, 0])
  if (body.length >= 126) head.writeUInt16BE(body.length, 2)
  return Buffer.concat([head, Buffer.alloc(4), body])
}
