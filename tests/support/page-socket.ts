import { io, type Socket } from 'socket.io-client'
import { refusalSchema } from '#protocol/contract.ts'
import { socketPath } from '#protocol/http.ts'

/** How a page reaches the helpdesk. */
export interface Way {
  /** such as `http://127.0.0.1:41234` */
  address: string
  /** what the helpdesk takes for its own pages */
  origin: string
  cookie: string
  transport: 'websocket' | 'polling'
  /** what a proxy would say where it comes from; nothing unless given */
  forwardedFor?: string
}

/** A socket that connects again whatever ended it, as our pages do; only a refusal that lasts ends it for good. */
export function openPageSocket(namespace: string, way: Way): Socket {
  const { address, origin, cookie, transport, forwardedFor } = way
  const socket = io(`${address}${namespace}`, {
    path: socketPath,
    forceNew: true,
    transports: [transport],
    extraHeaders: {
      cookie,
      origin,
      ...(forwardedFor === undefined ? {} : { 'x-forwarded-for': forwardedFor }),
    },
    reconnectionDelay: 50,
    reconnectionDelayMax: 300,
    timeout: 4000,
  })
  let timer: NodeJS.Timeout | undefined
  let closed = false
  const again = () => {
    clearTimeout(timer)
    if (!closed) timer = setTimeout(() => socket.connect(), 200)
  }
  // socket.io tries again by itself only when the connection broke, not when the helpdesk ended or refused it.
  socket.on('disconnect', (reason) => {
    if (reason === 'io client disconnect') closed = true
    if (reason === 'io server disconnect') again()
  })
  socket.on('connect_error', (error) => {
    if (socket.active) return
    const refusal = refusalSchema.safeParse('data' in error ? error.data : undefined)
    const lasts = refusal.success && !['unavailable', 'slow-down'].includes(refusal.data.code)
    if (!lasts) again()
  })
  return socket
}
