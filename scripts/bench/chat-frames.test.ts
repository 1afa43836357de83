import { once } from 'node:events'
import { createServer } from 'node:http'
import { Server } from 'socket.io'
import { afterEach, expect, it } from 'vitest'
import { createFrameReader, textFrame } from './chat-frames.ts'
import { openLine } from './chat-line.ts'

/** A frame as a server sends it: without a mask. */
function serverFrame(text: string): Buffer {
  const frame = textFrame(text)
  const second = frame[1] ?? 0
  frame[1] = second & 0x7f
  const maskAt = (second & 0x7f) === 126 ? 4 : (second & 0x7f) === 127 ? 10 : 2
  return Buffer.concat([frame.subarray(0, maskAt), frame.subarray(maskAt + 4)])
}

const texts = ['', 'short', 'ü'.repeat(100), 'x'.repeat(70_000)]

it('reads frames of every length, however their bytes are cut', () => {
  const bytes = Buffer.concat(texts.map(serverFrame))
  for (const size of [1, 7, 1000, bytes.length]) {
    const heard: string[] = []
    const read = createFrameReader(
      (text) => heard.push(text),
      () => undefined,
    )
    for (let at = 0; at < bytes.length; at += size) read(bytes.subarray(at, at + size))
    expect(heard).toEqual(texts)
  }
})

const servers: { close(): unknown }[] = []
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

it('speaks with socket.io: asks, hears replies and events', async () => {
  const http = createServer()
  const io = new Server(http, { maxHttpBufferSize: 100_000 })
  servers.push(io)
  io.of('/room').on('connection', (socket) => {
    socket.on('say', (text: string, reply: (length: number) => void) => {
      socket.emit('heard', text.length)
      reply(text.length)
    })
  })
  http.listen(0, '127.0.0.1')
  await once(http, 'listening')
  const address = http.address()
  const heard: string[] = []
  const line = await openLine({
    port: typeof address === 'object' ? (address?.port ?? 0) : 0,
    path: '/socket.io',
    namespace: '/room',
    headers: {},
    from: '127.0.0.1',
    onEvent: (event) => heard.push(event),
  })
  for (const text of texts) {
    const reply = await new Promise((resolve) => line.ask('say', JSON.stringify(text), resolve))
    expect(reply).toBe(`[${text.length}]`)
    expect(heard.at(-1)).toBe(`["heard",${text.length}]`)
  }
  line.destroy()
})
