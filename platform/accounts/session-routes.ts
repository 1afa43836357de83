import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Deed } from '../audit.ts'
import { staffPagesFor } from '../pages/staff-pages.ts'
import type { AccountParts } from './account-parts.ts'
import { comesFromOurPages, isCsrfTokenOf } from './own-requests.ts'
import { notOursPage, signedOutPage, signOutPage } from './sign-in-pages.ts'

/** Signing out, and who is signed in. */
export function addSessionRoutes(app: FastifyInstance, parts: AccountParts): void {
  const { config, sessions, database, audit, pages } = parts

  app.get('/sign-out/', async (request, reply) => {
    const signedIn = await parts.whoIs(request.headers)
    reply.type('text/html; charset=utf-8')
    return pages.render(signedIn ? signOutPage(signedIn.name, signedIn.csrfToken) : signedOutPage())
  })

  async function signOut(request: FastifyRequest, reply: FastifyReply) {
    const signedIn = await parts.whoIs(request.headers)
    reply.type('text/html; charset=utf-8')
    if (signedIn) {
      const token = request.headers['x-csrf-token'] ?? signOutForm.safeParse(request.body).data?.csrf
      if (!comesFromOurPages(request.headers, config) || !isCsrfTokenOf(signedIn, token)) {
        return reply.code(403).send(pages.render(notOursPage(config.publicUrl)))
      }
      const deed: Deed = {
        actor: signedIn.accountId,
        action: 'sign-out',
        subject: `account:${signedIn.accountId}`,
      }
      await database.write((trx) => audit.record(trx, deed))
    }
    reply.header('set-cookie', await sessions.close(request.headers))
    return reply.redirect('/sign-out/', 303)
  }
  for (const path of ['/sign-out', '/sign-out/']) app.post(path, signOut)

  app.get('/api/me', async (request, reply) => {
    const signedIn = await parts.whoIs(request.headers)
    if (!signedIn) return reply.code(401).send({ message: 'You are not signed in.' })
    const { accountId, name, grants, csrfToken } = signedIn
    const pages = staffPagesFor(signedIn).map(({ path, label }) => ({ path, label }))
    return { accountId, name, grants, csrfToken, pages }
  })
}

const signOutForm = z.object({ csrf: z.string().optional().catch(undefined) })
