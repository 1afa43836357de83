import type { FastifyInstance } from 'fastify'
import { addFeeds } from './feeds.ts'
import { addOpenData } from './open-data/open-data.ts'
import { addRecordings } from './recordings.ts'
import { serveSite } from './site-files.ts'

/**
 * Serves all that the public reads: the published site, its open data and feeds, and recordings. Call it after the routes of
 * the helpdesk and the CMS.
 *
 * @param options.publicUrl the origin of the site, without a slash at its end
 * @param options.dataDir absolute path of what the installation keeps
 */
export async function addPublicSite(
  app: FastifyInstance,
  options: { readonly releaseDir: () => string; readonly publicUrl: string; readonly dataDir: string },
): Promise<void> {
  await addOpenData(app, options)
  await addFeeds(app, options)
  await serveSite(app, options.releaseDir)
  addRecordings(app, options)
}
