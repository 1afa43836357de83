import type { APIRoute } from 'astro'
import { type FeedPath, feedOrigin } from '#records/feed-origin.ts'
import { pathOfRecord } from '#records/record-page.ts'
import { rssFeed } from '#records/rss.ts'
import { listSaid } from '../../features/records/accountability-records.ts'
import { readArea } from '../../features/records/site-records.ts'
import { stateTag } from '../../features/you-said/said-words.ts'

/** Comments and answers as RSS, the last published first. A new state is a new item. */
export const GET: APIRoute = async () => {
  const area = await readArea()
  const items = (await listSaid()).map(({ id, data }) => ({
    title: `${data.title}: ${stateTag(data).label}`,
    path: pathOfRecord('you-said-we-did', id),
    text: data.did ?? data.decided,
    day: data.published,
    guid: `urn:uuid:${data.id}:${data.state}`,
  }))
  return new Response(
    rssFeed({
      title: `Local Offer, ${area.name}: you said, we did`,
      origin: feedOrigin,
      path: '/you-said-we-did/',
      feed: '/you-said-we-did/feed.xml' satisfies FeedPath,
      text: 'What people said about services, and what came of it.',
      items,
      most: 50,
    }),
    { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } },
  )
}
