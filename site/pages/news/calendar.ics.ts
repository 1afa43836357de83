import type { APIRoute } from 'astro'
import { pathOfRecord } from '#records/record-page.ts'
import { calendarOf } from '../../features/news/calendar.ts'
import { listNews } from '../../features/records/accountability-records.ts'
import { readArea } from '../../features/records/site-records.ts'

/** All dates as a calendar that people can subscribe to. */
export const GET: APIRoute = async () => {
  const { name } = await readArea()
  const items = (await listNews()).map(({ id, data }) => ({ news: data, path: pathOfRecord('news', id) }))
  return new Response(calendarOf(`Local Offer, ${name}`, items), {
    headers: { 'content-type': 'text/calendar; charset=utf-8' },
  })
}
