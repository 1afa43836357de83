import type { z } from 'zod'
import type { Log } from '#platform/log.ts'
import type { Refusal } from '#protocol/contract.ts'
import type { HelpdeskMetrics } from '../metrics.ts'
import { parseInput } from './parse-input.ts'
import { NotAccepted, refusalFor, TooManyRequests } from './refusals.ts'

/** Requests that one socket may have waiting; a page that behaves has a few. */
const mostWaiting = 200

/**
 * The one place where socket events are parsed, done and answered. Requests of one socket are done one after the
 * other, so what was written first is stored first; the reply goes out when the work, its commit included, is done.
 * `findRoute` is asked at each request, so that a socket that asks for nothing holds no routes.
 */
export function serveSocket(
  socket: ListeningSocket,
  findRoute: (event: string) => Route | undefined,
  { log, metrics }: { log: Log; metrics: HelpdeskMetrics },
): void {
  let last: Promise<void> = Promise.resolve()
  let waiting = 0

  socket.onAny((event: string, ...args: unknown[]) => {
    const route = findRoute(event)
    const reply = measured(replyFunction(args.at(-1)), route ? event : 'unknown', metrics)
    if (waiting >= mostWaiting) {
      reply(refusalFor(new TooManyRequests('That was very fast.', 5000), log))
      return
    }
    waiting += 1
    last = last.then(async () => {
      reply(await answer(route, args[0], log))
      waiting -= 1
    })
  })
}

/** One request: its payload is parsed before `handle` sees it; throws at once when it cannot be. */
export function request<Payload extends z.ZodType, Reply extends z.ZodType>(
  contract: { payload: Payload; reply: Reply },
  handle: (payload: z.output<Payload>) => Promise<Omit<Extract<z.output<Reply>, { ok: true }>, 'ok'>>,
): Route {
  return (raw) => handle(parseInput(contract.payload, raw))
}

/** One event without a reply. */
export function signal<Payload extends z.ZodType>(
  payload: Payload,
  handle: (payload: z.output<Payload>) => Promise<void>,
): Route {
  return async (raw) => {
    await handle(parseInput(payload, raw))
    return {}
  }
}

/** The route of that name; names that pages invent, such as `constructor`, have none. */
export function routeIn<Each>(routes: Readonly<Record<string, Each>>, event: string): Each | undefined {
  return Object.hasOwn(routes, event) ? routes[event] : undefined
}

export type Route = (raw: unknown) => Promise<object>
export type Routes = Readonly<Record<string, Route>>

type Answer = { ok: true } | Refusal

interface ListeningSocket {
  onAny(listener: (event: string, ...args: unknown[]) => void): unknown
}

async function answer(route: Route | undefined, raw: unknown, log: Log): Promise<Answer> {
  try {
    if (!route) throw new NotAccepted('There is no such request.')
    return { ok: true, ...(await route(raw)) }
  } catch (error) {
    return refusalFor(error, log)
  }
}

/** Replies, and counts what was replied and how long after the request had come. */
function measured(reply: (answer: Answer) => void, name: string, metrics: HelpdeskMetrics) {
  const cameAt = performance.now()
  return (answer: Answer) => {
    reply(answer)
    metrics.answered(name, answer.ok ? 'ok' : answer.code, performance.now() - cameAt)
  }
}

function replyFunction(last: unknown): (reply: object) => void {
  return (reply) => {
    if (typeof last === 'function') last(reply)
  }
}
