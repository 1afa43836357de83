import formBody from '@fastify/formbody'
import type { FastifyPluginAsync } from 'fastify'
import { html } from '#platform/pages/html.ts'
import { home } from '#platform/pages/shell.ts'
import { staffPageOf } from '#platform/pages/staff-pages.ts'
import { type ErrorReply, replyFor } from '../error-reply.ts'
import { myServicesPath } from '../page-addresses.ts'
import { choiceRoutes } from './choice/choice-routes.ts'
import { draftRoutes } from './drafts/draft-routes.ts'
import { draftsRoutes } from './drafts/drafts-routes.ts'
import { previewRoutes } from './drafts/preview-routes.ts'
import { historyRoutes } from './history/history-routes.ts'
import { organisationsRoutes } from './organisations/organisations-routes.ts'
import { type PageParts, sendOpenPage } from './page-parts.ts'
import { closeRoutes } from './services/close-routes.ts'
import { myServicesRoutes } from './services/my-services-routes.ts'
import { proposeRoutes } from './services/propose-routes.ts'
import { stillCorrectRoutes } from './services/still-correct-routes.ts'
import { remoteRoutes } from './upkeep/remote-routes.ts'
import { weeklyListRoutes } from './upkeep/weekly-list-routes.ts'

/** The plain pages of the CMS. They work without JavaScript, with a keyboard and on a telephone. */
export function staffPages(parts: PageParts): FastifyPluginAsync {
  return async (app) => {
    if (!app.hasContentTypeParser('application/x-www-form-urlencoded'))
      await app.register(formBody, { bodyLimit: 64 * 1024 })
    app.addHook('onRequest', async (_request, reply) => {
      reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
    })

    app.setErrorHandler((error, request, reply) => {
      const known = replyFor(error)
      // What is no refusal is answered, and logged, where all servers do it.
      if (!known) throw error
      if (known.status === 401 && request.method === 'GET')
        return reply.redirect(`/sign-in/?${new URLSearchParams({ next: request.url })}`, 303)
      // What somebody sent is kept, and waits there for their choice.
      if (known.address !== undefined) return reply.redirect(known.address, 303)
      const next = staffPageOf(request.url)?.path ?? myServicesPath
      return sendOpenPage(parts, reply, notDonePage(known, next), known.status)
    })

    choiceRoutes(app, parts)
    closeRoutes(app, parts)
    historyRoutes(app, parts)
    draftRoutes(app, parts)
    draftsRoutes(app, parts)
    proposeRoutes(app, parts)
    organisationsRoutes(app, parts)
    previewRoutes(app, parts)
    remoteRoutes(app, parts)
    myServicesRoutes(app, parts)
    stillCorrectRoutes(app, parts)
    weeklyListRoutes(app, parts)
  }
}

/** `next` is the page to go on with once they are signed in. */
function notDonePage({ status, error }: ErrorReply, next: string) {
  const title = status === 404 ? 'We could not find that' : 'We could not do that'
  return {
    title,
    breadcrumbs: home,
    body: html`<h1>${title}</h1>
<p>${error}</p>
<ul>
${status === 401 && html`<li><a href="/sign-in/?${String(new URLSearchParams({ next }))}">Sign in</a></li>`}
<li><a href="${myServicesPath}">Go to your services</a></li>
<li><a href="/admin/">Go to the full editor</a></li>
</ul>`,
  }
}
