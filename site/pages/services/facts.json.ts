import type { APIRoute } from 'astro'
import { printFacts } from '../../features/find-services/build-search-files.ts'
import { listServices } from '../../features/records/site-records.ts'

/** What the filters know of every service, by name. The search index puts its own ids in place of the addresses. */
export const GET: APIRoute = async () =>
  Response.json(printFacts(await listServices(), import.meta.env.CONTENT_DIR))
