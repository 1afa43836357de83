import type { APIRoute } from 'astro'
import { progressCsv } from '../../features/progress/progress-csv.ts'
import { listIndicators } from '../../features/records/accountability-records.ts'

/** All figures for a spreadsheet. */
export const GET: APIRoute = async () =>
  new Response(progressCsv((await listIndicators()).map(({ data }) => data)), {
    headers: { 'content-type': 'text/csv; charset=utf-8' },
  })
