import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import type { Area } from '#records/area.ts'
import { mapOriginOf } from '#records/map-tiles.ts'
import { compressAnswers } from './compress-answers.ts'
import type { Config } from './config.ts'
import type { Log } from './log.ts'
import { trustedProxies } from './proxy-trust.ts'
import { addSecurityHeaders } from './security-headers.ts'

/**
 * An HTTP server without routes, with the security headers that every answer carries; what it publishes goes out
 * compressed. It does not listen yet.
 */
export async function createWebApp(
  config: Pick<Config, 'publicUrl' | 'trustProxy'>,
  log: Log,
  area: () => Pick<Area, 'mapTiles'> = () => ({}),
): Promise<FastifyInstance> {
  // Named by Fastify's type, since an app of pino's type takes none of Fastify's plugins.
  const loggerInstance: FastifyBaseLogger = log
  const app = Fastify({
    // Addresses and queries of requests stay out of the log.
    logController: new LogController({ disableRequestLogging: true }),
    loggerInstance,
    forceCloseConnections: 'idle',
    trustProxy: trustedProxies(config),
    requestTimeout: slowestRequestMs,
    routerOptions,
    rewriteUrl: ({ url = '/' }) => (isReadable(url) ? url : '/not-found'),
  })
  await addSecurityHeaders(app, config, () => mapOriginOf(area()))
  compressAnswers(app)
  return app
}

/** The name of a record may be longer than the router takes by itself. */
export const routerOptions = { maxParamLength: 200 }

/** Whoever sends a request more slowly than this gets no answer, so that nobody can hold connections for ever. */
const slowestRequestMs = 60_000

/** Whether an address is a path of this site that can be decoded. Any other is answered as one that is not there. */
function isReadable(url: string): boolean {
  try {
    decodeURIComponent(url.split('?', 1)[0] ?? '')
    return url.startsWith('/')
  } catch {
    return false
  }
}
