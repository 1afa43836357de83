import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'

/**
 * Adds the security headers to every answer of the app: a content security policy by path, and what helmet gives.
 * Call it first, before any route.
 *
 * @param mapOrigin where the current release's map pictures come from (`https://tile.example.org`); asked at each
 *   request for a page with a map
 */
export async function addSecurityHeaders(
  app: FastifyInstance,
  config: Pick<Config, 'publicUrl'>,
  mapOrigin: () => string | undefined = () => undefined,
): Promise<void> {
  const https = config.publicUrl.startsWith('https://')
  await app.register(helmet, {
    // Written below, since it differs by path.
    contentSecurityPolicy: false,
    strictTransportSecurity: https && { maxAge: 31_536_000, includeSubDomains: false },
    // Forms on our own pages send their Origin; other sites learn nothing of what someone reads.
    referrerPolicy: { policy: 'same-origin' },
    xFrameOptions: { action: 'deny' },
  })
  app.addHook('onRequest', async (request, reply) => {
    reply.header('content-security-policy', contentSecurityPolicy(request.url, config.publicUrl, mapOrigin))
    reply.header('permissions-policy', permissionsPolicy)
  })
}

/** The content security policy of an address. Strict, but for the paths named below, each with its reason. */
export function contentSecurityPolicy(
  url: string,
  publicUrl: string,
  mapOrigin: () => string | undefined = () => undefined,
): string {
  const exceptions =
    Object.entries(policyExceptions).find(([prefix]) => isPlainlyUnder(url, prefix))?.[1] ?? {}
  const strict = strictPolicy(publicUrl)
  const origin = hasMap(url) ? mapOrigin() : undefined
  // The map's pictures come from elsewhere, once a person has asked for the map.
  const map = origin === undefined ? {} : { 'img-src': `${strict['img-src']} ${origin}` }
  const directives = { ...strict, ...exceptions, ...map }
  return Object.entries(directives)
    .map(([name, value]) => `${name} ${value}`.trim())
    .join('; ')
}

/** The one page with a map: the results of a search. */
function hasMap(url: string): boolean {
  return url.split('?', 1)[0] === '/services/'
}

function strictPolicy(publicUrl: string): Readonly<Record<string, string>> {
  return {
    'default-src': "'none'",
    'script-src': "'self'",
    'style-src': "'self'",
    'img-src': "'self' data:",
    'font-src': "'self'",
    // The WebSocket origin is named for browsers in which 'self' means http alone.
    'connect-src': `'self' ${publicUrl.replace(/^http/, 'ws')}`,
    'form-action': "'self'",
    'base-uri': "'none'",
    'frame-ancestors': "'none'",
    'manifest-src': "'self'",
    ...(publicUrl.startsWith('https://') ? { 'upgrade-insecure-requests': '' } : {}),
  }
}

const policyExceptions: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  // A guide may carry video and audio of our own.
  '/guides/': { 'media-src': "'self'" },
  '/admin/': {
    // Decap compiles its validators at run time and stops with an EvalError without it.
    'script-src': "'self' 'unsafe-eval'",
    // Decap writes its styles into the page (emotion).
    'style-src': "'self' 'unsafe-inline'",
  },
}

/** An exception holds for a plain address only, so that `/admin/%2e%2e/desk/` gets the strict policy. */
function isPlainlyUnder(url: string, prefix: string): boolean {
  const path = url.split('?', 1)[0] ?? ''
  return path.startsWith(prefix) && !/%|\\|\/\.|\/\//.test(path)
}

const permissionsPolicy = [
  'camera=()',
  'display-capture=()',
  'geolocation=()',
  'microphone=()',
  'payment=()',
  'usb=()',
  'browsing-topics=()',
].join(', ')
