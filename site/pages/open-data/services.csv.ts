import type { APIRoute } from 'astro'
import { servicesCsv } from '../../features/open-data/csv-text.ts'
import { serviceRows } from '../../features/open-data/site-directory.ts'

/** All services for a spreadsheet, one a row. */
export const GET: APIRoute = async () =>
  new Response(servicesCsv(await serviceRows()), { headers: { 'content-type': 'text/csv; charset=utf-8' } })
