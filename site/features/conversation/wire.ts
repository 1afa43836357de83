import { io, type Socket } from 'socket.io-client'
import type { z } from 'zod'
import { type Refusal, refusalSchema } from '#protocol/contract.ts'
import { socketPath } from '#protocol/http.ts'
import { delayAfterRefusal, isPassing, outOfDate, reconnectDelayMs } from './wire-rules.ts'

/** A connection to one namespace of the helpdesk that mends itself. Nothing is sent while it is down. */
export type Wire = {
  /** Asks and waits for the reply. null: no answer came, nobody knows whether it was done, so ask again. */
  ask: <Reply>(event: string, payload: unknown, reply: z.ZodType<Reply>) => Promise<Reply | Refusal | null>
  /** Sends without waiting for anything. */
  tell: (event: string, payload: unknown) => void
  /** Gets in step now: resynchronises when connected, connects at once when not. */
  wake: () => void
  close: () => void
}

/** How the connection stands. `refused`: the helpdesk said no and will say no again. */
export type Connection =
  | { is: 'connecting' }
  | { is: 'connected' }
  | { is: 'reconnecting'; attempts: number }
  | { is: 'refused'; refusal: Refusal }

/**
 * Opens the connection. After every connect, and whenever the page wakes (visible again, online again, shown again from
 * the browser's memory), `resync` must fetch all that followed what the page has; only then it counts as connected.
 */
export function openWire({ origin, namespace, pushes, resync, onChange, page }: WireOptions): Wire {
  const socket: Socket<Heard, Said> = io(`${origin}${namespace}`, {
    path: socketPath,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnection: false,
    autoConnect: false,
    forceNew: true,
    timeout: 10_000,
  })
  let attempts = 0
  let pushCount = 0
  let closed = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const connectAfter = (delayMs: number) => {
    clearTimeout(timer)
    timer = setTimeout(() => socket.connect(), delayMs)
  }
  const reconnect = (delayMs = reconnectDelayMs(attempts, Math.random())) => {
    if (closed) return
    attempts += 1
    onChange({ is: 'reconnecting', attempts })
    connectAfter(delayMs)
  }
  const stop = (refusal: Refusal) => {
    close()
    onChange({ is: 'refused', refusal })
  }
  const handleRefusal = (refusal: Refusal) => {
    if (isPassing(refusal)) reconnect(delayAfterRefusal(refusal, Math.random()))
    else stop(refusal)
  }
  /** A push during a resync may be newer than the reply: then once more. */
  const getInStep = async () => {
    for (let round = 0; round < 3; round += 1) {
      const before = pushCount
      const connectionId = socket.id
      const reply = await resync()
      if (closed || socket.id !== connectionId) return
      if (reply === null) {
        socket.disconnect()
        return
      }
      if (!reply.ok) {
        if (isPassing(reply)) socket.disconnect()
        else stop(reply)
        return
      }
      if (pushCount === before) break
    }
    attempts = 0
    onChange({ is: 'connected' })
  }

  socket.on('connect', () => void getInStep())
  socket.on('disconnect', () => reconnect())
  socket.on('connect_error', (error) => {
    const refusal = refusalSchema.safeParse('data' in error ? error.data : undefined)
    if (refusal.success) handleRefusal(refusal.data)
    else reconnect()
  })
  for (const [event, receive] of Object.entries(pushes)) {
    socket.on(event, (payload) => {
      pushCount += 1
      receive(payload)
    })
  }

  const wake = () => {
    if (closed) return
    if (socket.connected) void getInStep()
    else connectAfter(0)
  }
  const wakeWhenVisible = () => {
    if (page.document.visibilityState === 'visible') wake()
  }
  page.document.addEventListener('visibilitychange', wakeWhenVisible)
  page.window.addEventListener('online', wake)
  page.window.addEventListener('pageshow', wake)
  onChange({ is: 'connecting' })
  socket.connect()

  function close() {
    closed = true
    clearTimeout(timer)
    page.document.removeEventListener('visibilitychange', wakeWhenVisible)
    page.window.removeEventListener('online', wake)
    page.window.removeEventListener('pageshow', wake)
    socket.disconnect()
  }

  return {
    ask: async (event, payload, reply) => {
      if (!socket.connected) return null
      const answer: unknown = await socket
        .timeout(answerTimeoutMs)
        .emitWithAck(event, payload)
        .catch(() => null)
      return answer === null ? null : (reply.safeParse(answer).data ?? outOfDate)
    },
    tell: (event, payload) => {
      if (socket.connected) socket.emit(event, payload)
    },
    wake,
    close,
  }
}

const answerTimeoutMs = 8000

export type WireOptions = {
  /** scheme and host, such as `https://example.org`; empty for the page's own */
  origin: string
  namespace: string
  /** what the helpdesk may push, each with its own parser */
  pushes: Record<string, (payload: unknown) => void>
  resync: () => Promise<{ ok: true } | Refusal | null>
  onChange: (connection: Connection) => void
  /** what tells that the page wakes */
  page: { window: EventTarget; document: EventTarget & { visibilityState: DocumentVisibilityState } }
}

type Heard = Record<string, (payload: unknown) => void>
type Said = Record<string, (payload: unknown, reply?: (answer: unknown) => void) => void>
