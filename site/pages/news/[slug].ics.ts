import type { APIRoute, GetStaticPaths } from 'astro'
import { calendarOf } from '../../features/news/calendar.ts'
import { listNews, type NewsEntry } from '../../features/records/accountability-records.ts'

export const getStaticPaths: GetStaticPaths = async () =>
  (await listNews())
    .filter(({ data }) => data.kind !== 'news')
    .map((entry) => ({ params: { slug: entry.id }, props: { entry } }))

/** One event for somebody's own calendar. */
export const GET: APIRoute<{ entry: NewsEntry }> = ({ props: { entry } }) =>
  new Response(calendarOf(entry.data.title, [{ news: entry.data }]), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
