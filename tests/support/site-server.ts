import { existsSync } from 'node:fs'
import path from 'node:path'
import fastifyStatic from '@fastify/static'
import Fastify from 'fastify'
import { createAreaReader } from '#platform/area.ts'
import { addSecurityHeaders } from '#platform/security-headers.ts'
import { mapOriginOf } from '#records/map-tiles.ts'

/** A release served by itself, as production serves it but without CMS and helpdesk. */
export type SiteServer = {
  /** such as `http://127.0.0.1:41234` */
  origin: string
  close(): Promise<void>
}

/** Serves a release folder on a free port of this machine, with the security headers of production. */
export async function serveSite(releaseDir: string): Promise<SiteServer> {
  const http = Fastify()
  // The port is known once it listens; the headers read the address at each request.
  const address = { publicUrl: 'http://127.0.0.1' }
  await addSecurityHeaders(http, address, readMapOrigin(releaseDir))
  await http.register(fastifyStatic, { root: path.resolve(releaseDir), redirect: true, maxAge: '1h' })
  http.setNotFoundHandler((_request, reply) => reply.code(404).sendFile('404.html'))
  address.publicUrl = await http.listen({ host: '127.0.0.1', port: 0 })
  return { origin: address.publicUrl, close: () => http.close() }
}

/** Where the release's map pictures come from; planted releases have no area and no map. */
function readMapOrigin(releaseDir: string): () => string | undefined {
  if (!existsSync(path.join(releaseDir, 'area.json'))) return () => undefined
  const area = createAreaReader(() => releaseDir)
  return () => mapOriginOf(area())
}
