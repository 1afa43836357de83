import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { fieldsOf } from '../pages/sent-fields.ts'
import type { Page } from '../pages/shell.ts'
import { createRateLimit } from '../rate-limit.ts'
import type { AccountParts } from './account-parts.ts'
import { linkMinutes } from './auth.ts'
import {
  allowsDemonstration,
  demonstrationPerson,
  demonstrationRoles,
  offeredRoles,
} from './demonstration.ts'
import { safeNextPath } from './next-path.ts'
import { comesFromOurPages } from './own-requests.ts'
import {
  confirmPage,
  linkRefusedPage,
  linkSentPage,
  notOursPage,
  signInPage,
  tooManyLinksPage,
} from './sign-in-pages.ts'
import type { SingleSignOn } from './single-sign-on/single-sign-on.ts'

/** The pages of signing in: asking for a link, using it, and the demonstration's buttons. */
export function addSignInRoutes(
  app: FastifyInstance,
  parts: AccountParts,
  singleSignOn: Pick<SingleSignOn, 'look' | 'shown'> | undefined,
): void {
  const { config, store, sessions, database, welcome } = parts
  const seconds = linkMinutes * 60
  // A whole office signs in at nine from behind one address; nobody there needs more than a few links.
  const perMachine = createRateLimit({ points: 200, seconds })
  const perPerson = createRateLimit({ points: 5, seconds })
  // What others ask for somebody must not keep them out, nor fill their mailbox.
  const perMailbox = createRateLimit({ points: 20, seconds })

  async function mayAskForLink(machine: string, email: string): Promise<boolean> {
    if (!perMachine.count(machine).allowed) return false
    if (!perPerson.count(`${machine} ${email}`).allowed) return false
    return perMailbox.count(email).allowed
  }

  function rolesOnOffer(request: FastifyRequest) {
    return allowsDemonstration(config, request.headers) ? offeredRoles(parts.demoProviderId) : []
  }

  /** the other ways in */
  function offers(request: FastifyRequest) {
    return { demonstrationRoles: rolesOnOffer(request), singleSignOn: singleSignOn?.shown() }
  }

  function showPage(reply: FastifyReply, page: Page, status = 200) {
    return reply.code(status).type('text/html; charset=utf-8').send(parts.pages.render(page))
  }

  app.get('/sign-in/', (request, reply) => {
    const { next } = nextQuery.parse(request.query)
    singleSignOn?.look()
    return showPage(reply, signInPage({ next: safeNextPath(next), ...offers(request) }))
  })

  app.post('/sign-in/', async (request, reply) => {
    if (!comesFromOurPages(request.headers, config))
      return showPage(reply, notOursPage(config.publicUrl), 403)
    const form = linkForm.parse(fieldsOf(request.body))
    const next = safeNextPath(form.next)
    const email = z.email().max(254).safeParse(form.email.trim())
    if (!email.success) {
      const problem =
        form.email.trim() === ''
          ? 'Enter your email address'
          : 'Enter an email address in the right form, like name@example.org'
      const view = { email: form.email, problem, next, ...offers(request) }
      return showPage(reply, signInPage(view), 400)
    }
    if (!(await mayAskForLink(request.ip, email.data.toLowerCase()))) {
      return showPage(reply, tooManyLinksPage(linkMinutes), 429)
    }
    await parts.sendLinkTo(email.data, next)
    return showPage(reply, linkSentPage(linkMinutes))
  })

  app.get('/sign-in/confirm/', (request, reply) => {
    const { token, next } = linkQuery.parse(request.query)
    if (token === '') return showPage(reply, linkRefusedPage(linkMinutes), 400)
    return showPage(reply, confirmPage(token, safeNextPath(next)))
  })

  app.post('/sign-in/confirm/', async (request, reply) => {
    if (!comesFromOurPages(request.headers, config))
      return showPage(reply, notOursPage(config.publicUrl), 403)
    const { token, next } = linkQuery.parse(fieldsOf(request.body))
    const opened = await sessions.openByLink(token)
    if (!opened) return showPage(reply, linkRefusedPage(linkMinutes), 400)
    return welcome(reply, opened, next)
  })

  app.post('/sign-in/demonstration/', async (request, reply) => {
    const form = demonstrationForm.safeParse(request.body)
    const mayOpen = comesFromOurPages(request.headers, config) && form.success
    if (!mayOpen || !rolesOnOffer(request).includes(form.data.role)) {
      return showPage(reply, notOursPage(config.publicUrl), 403)
    }
    const person = demonstrationPerson(form.data.role, parts.demoProviderId)
    const accountId = await database.write(async (trx) => {
      const id = await store.add(trx, { ...person, grants: [], demonstration: true })
      await store.replaceGrants(trx, id, person.grants)
      return id
    })
    return welcome(reply, await sessions.open(accountId), form.data.next)
  })
}

const nextQuery = z.object({ next: z.string().optional().catch(undefined) })
const linkQuery = nextQuery.extend({ token: z.string().max(200).catch('') })
const linkForm = nextQuery.extend({ email: z.string().catch('') })
const demonstrationForm = nextQuery.extend({ role: z.enum(demonstrationRoles) })
