import type { APIRoute } from 'astro'
import { readArea } from '../features/records/site-records.ts'

/** The area's settings, for the servers: opening hours, contacts, how long conversations are kept. */
export const GET: APIRoute = async () => Response.json(await readArea())
