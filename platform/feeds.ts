import type { FastifyInstance } from 'fastify'
import { feedOrigin, feeds } from '#records/feed-origin.ts'
import { createReleaseFileReader } from './release-file.ts'

/**
 * Serves the feeds of the current release with the site's own address in them: readers of feeds need whole addresses, which
 * a build does not know. Call it before `serveSite`.
 *
 * @param options.publicUrl the origin of the site, without a slash at its end
 */
export async function addFeeds(
  app: FastifyInstance,
  { releaseDir, publicUrl }: { readonly releaseDir: () => string; readonly publicUrl: string },
): Promise<void> {
  for (const [path, type] of Object.entries(feeds)) {
    const feed = createReleaseFileReader(releaseDir, path.slice(1), (text) =>
      text.replaceAll(feedOrigin, publicUrl),
    )
    app.get(path, async (_request, reply) =>
      reply.type(type).header('cache-control', 'no-cache').send(feed()),
    )
  }
}
