import type { FastifyInstance, FastifyRequest } from 'fastify'
import { collectDefaultMetrics, Histogram, Registry } from 'prom-client'
import { isLocalHost } from './own-origins.ts'
import { isLoopback, wasForwarded } from './proxy-trust.ts'

/**
 * Counts what the process does, for Prometheus: its memory, processor and event loop, and how long HTTP answers took by
 * kind of status. Other parts add their own to the registry. Numbers alone, never who or what.
 *
 * `GET /metrics` gives them in Prometheus' text form, to programs of this machine alone; to all others nothing is there.
 */
export function addMetrics(app: FastifyInstance): Registry {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const answers = new Histogram({
    name: 'local_offer_http_answer_seconds',
    help: 'Time from a request to its answer, by kind of status (5xx: our fault)',
    labelNames: ['status'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  app.addHook('onResponse', async (_request, reply) => {
    const status = `${Math.floor(reply.statusCode / 100)}xx`
    answers.observe({ status }, reply.elapsedTime / 1000)
  })
  app.get('/metrics', async (request, reply) => {
    if (!isAskedOnThisMachine(request)) return reply.callNotFound()
    return reply
      .header('cache-control', 'no-store')
      .type(registry.contentType)
      .send(await registry.metrics())
  })
  return registry
}

/**
 * Whether a program of this machine asks, with nothing in between: a proxy on this machine connects from here too, but
 * says for whom or passes on the name that people typed; and so does a page that made its name point here.
 */
function isAskedOnThisMachine({ socket, headers }: FastifyRequest): boolean {
  return isLoopback(socket.remoteAddress) && !wasForwarded(headers) && isLocalHost(headers.host)
}
