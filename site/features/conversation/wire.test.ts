import { createServer, type Server as HttpServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server } from 'socket.io'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { z } from 'zod'
import { type Refusal, replyOf } from '#protocol/contract.ts'
import { socketPath } from '#protocol/http.ts'
import { eventually } from '../../../tests/support/eventually.ts'
import { type Connection, openWire, type Wire } from './wire.ts'
import { delayAfterRefusal, outOfDate, reconnectDelayMs } from './wire-rules.ts'

const closers: (() => Promise<unknown>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

/** A socket.io server on a port; `refusal` says what a new connection is told. */
async function startServer(port = 0, refusal: () => Refusal | undefined = () => undefined) {
  const http: HttpServer = createServer()
  const server = new Server(http, { path: socketPath })
  const namespace = server.of('/visitor')
  namespace.use((_socket, next) => {
    const refused = refusal()
    next(refused && Object.assign(new Error(refused.message), { data: refused }))
  })
  namespace.on('connection', (socket) => {
    socket.on('echo', (payload: string, reply: (answer: unknown) => void) =>
      reply({ ok: true, heard: payload }),
    )
    socket.on('nonsense', (_payload: string, reply: (answer: unknown) => void) => reply('what?'))
  })
  await new Promise<void>((listening) => http.listen(port, '127.0.0.1', listening))
  closers.push(() => server.close())
  const address = http.address() as AddressInfo
  return { server, namespace, port: address.port }
}

function connectTo(port: number, resync: () => Promise<{ ok: true } | Refusal | null>) {
  const changes: Connection[] = []
  const heard: unknown[] = []
  const page = {
    window: new EventTarget(),
    document: Object.assign(new EventTarget(), { visibilityState: 'visible' as const }),
  }
  const wire: Wire = openWire({
    origin: `http://127.0.0.1:${port}`,
    namespace: '/visitor',
    pushes: { news: (payload) => heard.push(payload) },
    resync,
    onChange: (change) => changes.push(change),
    page,
  })
  closers.push(async () => wire.close())
  return { wire, changes, heard, page, now: () => changes.at(-1)?.is }
}

const fine = async () => ({ ok: true }) as const

describe('the connection', () => {
  it('counts as connected only after it got in step, and hears what is pushed', async () => {
    const { namespace, port } = await startServer()
    const resync = vi.fn(fine)
    const visitor = connectTo(port, resync)
    await eventually(() => expect(visitor.now()).toBe('connected'))
    expect(resync).toHaveBeenCalledTimes(1)
    namespace.emit('news', 'hello')
    await eventually(() => expect(visitor.heard).toEqual(['hello']))
    const answer = await visitor.wire.ask('echo', 'hi', replyOf({ heard: z.string() }))
    expect(answer).toEqual({ ok: true, heard: 'hi' })
    expect(await visitor.wire.ask('nonsense', 'hi', replyOf({}))).toEqual(outOfDate)
  })

  it('comes back by itself after the server was gone, and gets in step again', async () => {
    const first = await startServer()
    const resync = vi.fn(fine)
    const visitor = connectTo(first.port, resync)
    await eventually(() => expect(visitor.now()).toBe('connected'))
    await first.server.close()
    await eventually(() => expect(visitor.now()).toBe('reconnecting'))
    expect(await visitor.wire.ask('echo', 'hi', replyOf({ heard: z.string() }))).toBeNull()
    await startServer(first.port)
    await eventually(() => expect(visitor.now()).toBe('connected'))
    expect(resync).toHaveBeenCalledTimes(2)
  })

  it('comes back after the server let go of it', async () => {
    const { namespace, port } = await startServer()
    const visitor = connectTo(port, fine)
    await eventually(() => expect(visitor.now()).toBe('connected'))
    namespace.disconnectSockets()
    await eventually(() => expect(visitor.now()).toBe('reconnecting'))
    await eventually(() => expect(visitor.now()).toBe('connected'))
  })

  it('gets in step when the page wakes: visible, online, shown again', async () => {
    const { port } = await startServer()
    const resync = vi.fn(fine)
    const visitor = connectTo(port, resync)
    await eventually(() => expect(visitor.now()).toBe('connected'))
    visitor.page.document.dispatchEvent(new Event('visibilitychange'))
    await eventually(() => expect(resync).toHaveBeenCalledTimes(2))
    visitor.page.window.dispatchEvent(new Event('online'))
    await eventually(() => expect(resync).toHaveBeenCalledTimes(3))
    visitor.page.window.dispatchEvent(new Event('pageshow'))
    await eventually(() => expect(resync).toHaveBeenCalledTimes(4))
  })

  it('gets in step once more when something was pushed meanwhile', async () => {
    const { namespace, port } = await startServer()
    let calls = 0
    const visitor = connectTo(port, async () => {
      calls += 1
      if (calls === 1) {
        namespace.emit('news', 'newer')
        await eventually(() => expect(visitor.heard).toEqual(['newer']))
      }
      return { ok: true }
    })
    await eventually(() => expect(visitor.now()).toBe('connected'))
    expect(calls).toBe(2)
  })

  it('opens a new line when the old one gives no answer', async () => {
    const { port } = await startServer()
    let calls = 0
    const visitor = connectTo(port, async () => {
      calls += 1
      return calls === 1 ? null : { ok: true }
    })
    await eventually(() => expect(visitor.now()).toBe('connected'))
    expect(visitor.changes.map((change) => change.is)).toEqual(['connecting', 'reconnecting', 'connected'])
  })

  it('stops when it is refused for good, and says why', async () => {
    const refusal: Refusal = { ok: false, code: 'not-found', message: 'There is no such chat.' }
    const { port } = await startServer(0, () => refusal)
    const visitor = connectTo(port, fine)
    await eventually(() => expect(visitor.changes.at(-1)).toEqual({ is: 'refused', refusal }))
  })

  it('waits as long as it is told when there are too many at once', async () => {
    let refused = 0
    const { port } = await startServer(0, () => {
      refused += 1
      return refused === 1
        ? { ok: false, code: 'slow-down', message: 'Wait a moment.', retryAfterMs: 1 }
        : undefined
    })
    const visitor = connectTo(port, fine)
    await eventually(() => expect(visitor.now()).toBe('connected'))
    expect(refused).toBe(2)
  })

  it('never comes back sooner than it is told, and not with everybody else', () => {
    const refusal = { ok: false, code: 'slow-down', message: 'Wait.', retryAfterMs: 30_000 } as const
    expect(delayAfterRefusal(refusal, 0)).toBe(30_000)
    expect(delayAfterRefusal(refusal, 1)).toBe(45_000)
    expect(delayAfterRefusal({ ok: false, code: 'unavailable', message: 'Not now.' }, 1)).toBeUndefined()
  })

  it('tries after half a second first, then less often, never after more than 7.5 seconds', () => {
    expect(reconnectDelayMs(0, 0.5)).toBe(500)
    expect(reconnectDelayMs(2, 0.5)).toBe(2000)
    expect(reconnectDelayMs(50, 1)).toBe(7500)
  })
})
