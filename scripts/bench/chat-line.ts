import { connect } from 'node:net'
import { createFrameReader, textFrame } from './chat-frames.ts'

/** A socket.io client over WebSocket that costs as little as possible. Payloads and replies are JSON, as text. */
export interface Line {
  /** Sends an event; `onReply` gets the reply's arguments as JSON. */
  ask(event: string, payload: string, onReply: (reply: string) => void): void
  /** Whether the server has not closed it. */
  isOpen(): boolean
  /** Breaks the connection without saying so. */
  destroy(): void
}

export interface LineOptions {
  readonly port: number
  readonly path: string
  /** such as `/visitor`; `/` for the nameless one */
  readonly namespace: string
  readonly headers: Readonly<Record<string, string>>
  /** the address of 127/8 that it comes from */
  readonly from: string
  /** told of each event: its name and arguments as a JSON array */
  readonly onEvent?: (event: string) => void
}

/** Connects. Rejects with what the server said when it refuses. */
export function openLine(options: LineOptions): Promise<Line> {
  const { port, path, namespace, from, headers } = options
  const prefix = namespace === '/' ? '' : `${namespace},`
  const [connected, refused] = [`40${prefix}`, `44${prefix}`]
  const [event, reply] = [`42${prefix}`, `43${prefix}`]
  const replies = new Map<number, (reply: string) => void>()
  let asked = 0
  let isOpen = true

  return new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: from, noDelay: true })
    const send = (text: string) => socket.write(textFrame(text))
    const line: Line = {
      ask(name, payload, onReply) {
        asked += 1
        replies.set(asked, onReply)
        send(`${event}${asked}["${name}",${payload}]`)
      },
      isOpen: () => isOpen,
      destroy: () => socket.destroy(),
    }
    const hear = (text: string) => {
      if (text.startsWith(event)) options.onEvent?.(text.slice(event.length))
      else if (text.startsWith(reply)) {
        const end = text.indexOf('[', reply.length)
        const id = Number(text.slice(reply.length, end))
        replies.get(id)?.(text.slice(end))
        replies.delete(id)
      } else if (text === '2') send('3')
      else if (text.startsWith('0')) send(`40${prefix}`)
      else if (text.startsWith(connected)) resolve(line)
      else if (text.startsWith(refused)) reject(new Error(text))
    }
    const close = () => {
      isOpen = false
      reject(new Error('The server closed the connection.'))
    }
    const read = createFrameReader(hear, close)
    let head = ''
    const readHead = (chunk: Buffer) => {
      head += chunk.toString('latin1')
      const end = head.indexOf('\r\n\r\n')
      if (end < 0) return
      if (!head.startsWith('HTTP/1.1 101')) reject(new Error(head))
      socket.off('data', readHead).on('data', read)
      read(Buffer.from(head.slice(end + 4), 'latin1'))
    }
    socket.on('data', readHead).on('error', reject).on('close', close)
    const lines = {
      host: `localhost:${port}`,
      connection: 'Upgrade',
      upgrade: 'websocket',
      'sec-websocket-version': '13',
      'sec-websocket-key': 'bG9hZCBnZW5lcmF0b3IuLg==',
      ...headers,
    }
    const said = Object.entries(lines).map(([name, value]) => `${name}: ${value}`)
    socket.write([`GET ${path}/?EIO=4&transport=websocket HTTP/1.1`, ...said, '', ''].join('\r\n'))
  })
}
