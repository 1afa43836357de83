import { getCollection } from 'astro:content'
import type { APIRoute } from 'astro'
import { pagedCollections, pathOfRecord } from '#records/record-page.ts'

/**
 * Every record that this build was made of, with its page: `[{ collection, id, path }]`. The publisher compares it with
 * the commit before the release goes live. Providers and the objectives of plans have no page of their own.
 */
export const GET: APIRoute = async () => {
  const withPages = await Promise.all(
    pagedCollections.map(async (collection) =>
      (await getCollection(collection)).map((entry) => ({
        collection,
        id: entry.data.id,
        path: pathOfRecord(collection, entry.id),
      })),
    ),
  )
  const without = await Promise.all(
    (['providers', 'objectives'] as const).map(async (collection) =>
      (await getCollection(collection)).map(({ data }) => ({ collection, id: data.id, path: null })),
    ),
  )
  return Response.json([...withPages.flat(), ...without.flat()])
}
