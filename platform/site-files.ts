import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { createReleaseFileReader } from './release-file.ts'

/**
 * Serves the published site. Every request looks into the current release, so a switch needs no restart. Addresses that
 * nothing answers get the site's own page, or a sentence in JSON under `/api/`.
 */
export async function serveSite(app: FastifyInstance, releaseDir: () => string): Promise<void> {
  const notFoundPage = createReleaseFileReader(releaseDir, '404.html', (text) => text)
  await app.register(fastifyStatic, {
    root: releaseDir(),
    redirect: true,
    cacheControl: false,
    setHeaders: (reply, path) => {
      reply.header('cache-control', cacheFor(path))
      if (isPartOfPage(path)) for (const header of headersForPages) reply.removeHeader(header)
    },
  })
  app.setNotFoundHandler((request, reply) => {
    reply.code(404).header('cache-control', 'no-store')
    if (request.url.startsWith('/api/')) return reply.send({ error: 'There is nothing at this address.' })
    return reply.type('text/html; charset=utf-8').send(notFoundPage())
  })
}

/** Files under `/assets/` carry a hash of what they hold in their name, so they never change. All else is asked for again. */
function cacheFor(path: string): string {
  return path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'
}

/** Styles, fonts and the files of the search are never opened as a page, nor do they run. */
function isPartOfPage(path: string): boolean {
  return /\.(?:css|woff2)$|\/search\/.*\.json$/.test(path)
}

/** What they tell browsers is of no use with a part of a page, and outweighs the small ones: a search fetches twenty. */
const headersForPages = [
  'content-security-policy',
  'cross-origin-opener-policy',
  'origin-agent-cluster',
  'permissions-policy',
  'referrer-policy',
  'x-dns-prefetch-control',
  'x-download-options',
  'x-frame-options',
  'x-permitted-cross-domain-policies',
  'x-xss-protection',
]
