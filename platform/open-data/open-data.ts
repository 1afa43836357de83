import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { createAreaReader } from '../area.ts'
import { createReleaseFileReader } from '../release-file.ts'
import { changesFeed } from './changes-feed.ts'
import { createWhereIs } from './nearness.ts'
import { createOpenReferralApi, openToAll, readDirectory } from './open-referral-api.ts'
import { sitemap } from './sitemap.ts'

/**
 * What the server adds to the open data of the published site: the interface under `/api/open-referral/`, the lists of
 * the static export without `.json` at their end, RSS of changes, `sitemap.xml` and its place in `robots.txt`. All of it
 * is read from the current release. Call it before `serveSite`.
 *
 * @param options.publicUrl the origin of the site, without a slash at its end
 */
export async function addOpenData(
  app: FastifyInstance,
  options: { readonly releaseDir: () => string; readonly publicUrl: string },
): Promise<void> {
  const { releaseDir, publicUrl } = options
  const directory = createReleaseFileReader(releaseDir, 'open-data/directory.json', readDirectory)
  const pages = createReleaseFileReader(releaseDir, 'records.json', (text) => pagesOf(JSON.parse(text)))
  const robots = createReleaseFileReader(releaseDir, 'robots.txt', (text) => text)
  const area = createAreaReader(releaseDir)

  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/open-data/')) reply.headers(openToAll)
  })
  await app.register(createOpenReferralApi({ directory, whereIs: createWhereIs(releaseDir) }))
  app.get('/open-data/changes.xml', async (_request, reply) => {
    const site = { publicUrl, areaName: area().name, pageOf: (id: string) => pages().get(id) }
    return reply.type('application/rss+xml; charset=utf-8').send(changesFeed(directory().services, site))
  })
  for (const list of staticLists) {
    app.get(`/open-data/${list}`, (_request, reply) => reply.sendFile(`open-data/${list}.json`))
    app.get<{ Params: { id: string } }>(`/open-data/${list}/:id`, (request, reply) => {
      const file = request.params.id.replace(/(\.json)?$/, '.json')
      return reply.sendFile(`open-data/${list}/${file}`)
    })
  }
  app.get('/sitemap.xml', async (_request, reply) => {
    if (area().demonstration) return reply.callNotFound()
    return reply.type('application/xml; charset=utf-8').send(sitemap(publicUrl, [...pages().values()]))
  })
  app.get('/robots.txt', async (_request, reply) =>
    reply
      .type('text/plain; charset=utf-8')
      .send(area().demonstration ? robots() : `${robots()}Sitemap: ${publicUrl}/sitemap.xml\n`),
  )
}

const staticLists = ['services', 'organizations', 'taxonomies', 'taxonomy_terms', 'service_at_locations']

const printedRecords = z.array(z.object({ id: z.string(), path: z.string().nullable() }))

/** The path of each record's page, by the record's id. */
function pagesOf(printed: unknown): Map<string, string> {
  return new Map(
    printedRecords.parse(printed).flatMap(({ id, path }) => (path === null ? [] : [[id, path] as const])),
  )
}
