import type { APIRoute } from 'astro'
import { type FeedPath, feedOrigin } from '#records/feed-origin.ts'
import { pathOfRecord } from '#records/record-page.ts'
import { rssFeed } from '#records/rss.ts'
import { whenInWords } from '../../features/news/news-time.ts'
import { listNews } from '../../features/records/accountability-records.ts'
import { readArea } from '../../features/records/site-records.ts'

/** News and events as RSS, the last published first. A new date is a new item. */
export const GET: APIRoute = async () => {
  const { name } = await readArea()
  const items = (await listNews()).map(({ id, data }) => ({
    title: data.title,
    path: pathOfRecord('news', id),
    text: `${whenInWords(data)}. ${data.summary}`,
    day: data.published,
    guid: `urn:uuid:${data.id}:${data.starts}`,
  }))
  return new Response(
    rssFeed({
      title: `Local Offer, ${name}: news and events`,
      origin: feedOrigin,
      path: '/news/',
      feed: '/news/feed.xml' satisfies FeedPath,
      text: 'What is on, what we ask you, and news.',
      items,
      most: 50,
    }),
    { headers: { 'content-type': 'application/rss+xml; charset=utf-8' } },
  )
}
