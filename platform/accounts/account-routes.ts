import type { FastifyPluginAsync } from 'fastify'
import { acceptForms } from '../pages/staff-page-routes.ts'
import type { AccountParts } from './account-parts.ts'
import { addAuditRoutes } from './audit-log/audit-routes.ts'
import { addInvitationRoutes } from './organisation-people/invitation-routes.ts'
import { addPeopleRoutes } from './people/people-routes.ts'
import { addSessionRoutes } from './session-routes.ts'
import { addSessionUseRoutes } from './session-use-routes.ts'
import { addSessionsPage } from './sessions-page.ts'
import { addSignInRoutes } from './sign-in-routes.ts'
import { createSingleSignOn } from './single-sign-on/single-sign-on.ts'
import { addSingleSignOnRoutes } from './single-sign-on/single-sign-on-routes.ts'

/** All addresses of the accounts. */
export function accountRoutes(
  parts: AccountParts,
  singleSignOnParts: Parameters<typeof createSingleSignOn>[0] | undefined,
): FastifyPluginAsync {
  return async (app) => {
    await acceptForms(app)
    // What depends on who is asking is never kept by a browser or a proxy.
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })
    for (const path of ['/sign-in', '/sign-out', '/people', '/sessions', '/audit']) {
      app.get(path, (request, reply) => reply.redirect(request.url.replace(path, `${path}/`), 301))
    }
    const singleSignOn = singleSignOnParts && createSingleSignOn(singleSignOnParts)
    addSignInRoutes(app, parts, singleSignOn)
    addInvitationRoutes(app, parts)
    addSessionRoutes(app, parts)
    addSessionUseRoutes(app, parts)
    addSessionsPage(app, parts)
    addPeopleRoutes(app, parts)
    addAuditRoutes(app, parts)
    if (singleSignOn) {
      addSingleSignOnRoutes(app, parts, singleSignOn)
      singleSignOn.look()
    }
  }
}
