import type { APIRoute } from 'astro'
import { readArea } from '../features/records/site-records.ts'

/**
 * What search engines may read. A demonstration may be read too: only so do they see that its pages ask not to be
 * listed.
 */
export const GET: APIRoute = async () => {
  const { demonstration } = await readArea()
  const closed = ['/admin/', '/desk/', '/api/', '/shell/', '/sign-in/']
  const lines = [
    demonstration ? '# A demonstration: every page says noindex.' : '# Local Offer',
    'User-agent: *',
    ...closed.map((path) => `Disallow: ${path}`),
  ]
  return new Response(`${lines.join('\n')}\n`, { headers: { 'content-type': 'text/plain; charset=utf-8' } })
}
