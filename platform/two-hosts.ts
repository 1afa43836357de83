import type { FastifyInstance } from 'fastify'
import type { Config } from './config.ts'

/**
 * For the site where the CMS has a host of its own: whoever opens a page of the CMS here, from a menu or an old email, is
 * sent on to it. Nothing of the CMS is answered here.
 */
export function sendOnToCms(app: FastifyInstance, { publicUrl, cmsOrigin }: Hosts): void {
  if (cmsOrigin === undefined || cmsOrigin === publicUrl) return
  app.addHook('onRequest', async ({ method, url }, reply) => {
    if (isLook(method) && pathsOfCms.some((path) => url.startsWith(path)))
      return reply.header('cache-control', 'no-store').redirect(`${cmsOrigin}${url}`, 302)
  })
}

/**
 * For the CMS on a host of its own: it has the styles of the site, for its own pages, and none of its pages. Whoever follows
 * a link to one is sent on to the site.
 */
export function sendOnToSite(app: FastifyInstance, { publicUrl, cmsOrigin }: Hosts): void {
  if (cmsOrigin === undefined || cmsOrigin === publicUrl) return
  app.addHook('onRequest', async ({ method, url, is404, routeOptions }, reply) => {
    const isOurs = !is404 && routeOptions.url !== '/*'
    if (isLook(method) && !isOurs && isPage(url))
      return reply.header('cache-control', 'no-store').redirect(`${publicUrl}${url}`, 302)
    // The search in the frame of each page is sent on too; browsers look where a form ends up.
    const policy = String(reply.getHeader('content-security-policy') ?? '')
    reply.header('content-security-policy', policy.replace("form-action 'self'", `$& ${publicUrl}`))
  })
  // The frame of each page asks how the helpdesk is. It is not here, so the frame stays as it was built.
  app.get('/api/helpdesk-status', (_request, reply) => reply.code(204).send())
}

type Hosts = Pick<Config, 'publicUrl' | 'cmsOrigin'>

/** What the CMS answers, beside `/api/cms`: programs ask for that, and are not sent on. */
const pathsOfCms = [
  '/admin/',
  '/content-remote/',
  '/drafts/',
  '/my-services/',
  '/organisations/',
  '/records/',
  '/still-correct/',
  '/weekly-list/',
] as const

function isLook(method: string): boolean {
  return method === 'GET' || method === 'HEAD'
}

/** Files have an ending; pages have none, or end with a slash. */
function isPage(url: string): boolean {
  const path = url.split('?', 1)[0] ?? ''
  return !path.startsWith('/api/') && !path.startsWith('/admin/') && !/\.\w+$/.test(path)
}
