import type { APIRoute } from 'astro'
import { printMap } from '../../features/find-services/build-search-files.ts'
import { listServices } from '../../features/records/site-records.ts'

/** What the map knows of every service, by name. The search index puts its own ids in place of the addresses. */
export const GET: APIRoute = async () =>
  Response.json(printMap(await listServices(), import.meta.env.CONTENT_DIR))
