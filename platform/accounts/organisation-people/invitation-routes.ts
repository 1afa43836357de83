import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Page } from '../../pages/shell.ts'
import type { AccountParts } from '../account-parts.ts'
import { comesFromOurPages } from '../own-requests.ts'
import { notOursPage } from '../sign-in-pages.ts'
import { invitationOverPage, invitationPage, newerInvitationPage } from './invitation-pages.ts'

/** Where the link of an invitation leads: only its button signs in, so mail scanners cannot use the link up. */
export function addInvitationRoutes(
  app: FastifyInstance,
  { config, pages, sessions, welcome, invitations }: AccountParts,
): void {
  const address = '/sign-in/invitation/'
  const asHtml = (page: Page) => pages.render(page)

  app.get(address, async (request, reply) => {
    const { link } = linkQuery.parse(request.query)
    const person = await invitations.read(link)
    reply.type('text/html; charset=utf-8')
    return person?.isNewest
      ? reply.send(asHtml(invitationPage(person.name, link)))
      : reply.code(400).send(asHtml(person ? newerInvitationPage() : invitationOverPage()))
  })

  app.post(address, async (request, reply) => {
    reply.type('text/html; charset=utf-8')
    if (!comesFromOurPages(request.headers, config))
      return reply.code(403).send(asHtml(notOursPage(config.publicUrl)))
    const { link } = linkQuery.parse(request.body ?? {})
    const accountId = await invitations.use(link)
    if (accountId === undefined) {
      const person = await invitations.read(link)
      return reply.code(400).send(asHtml(person ? newerInvitationPage() : invitationOverPage()))
    }
    return welcome(reply, await sessions.open(accountId), '/my-services/')
  })
}

const linkQuery = z.object({ link: z.string().max(2_000).catch('') })
