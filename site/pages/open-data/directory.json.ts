import type { APIRoute } from 'astro'
import { siteDirectory } from '../../features/open-data/site-directory.ts'

/** Everything in one file: every service and every organisation, whole. The server's interface reads it too. */
export const GET: APIRoute = async () => Response.json(await siteDirectory())
