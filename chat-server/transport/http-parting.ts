import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import { addresses } from '#protocol/http.ts'
import { copyByEmailSchema, rateSchema } from '#protocol/parting.ts'
import { ConversationGoesOn, ConversationNotFound, NoAddressLeft } from '../domain/errors.ts'
import type { StoredConversation } from '../storage/conversation-rows.ts'
import { type HttpParts, refuseForeignPages, sendRefusal } from './http-conversations.ts'
import { parseInput } from './parse-input.ts'

/**
 * What a visitor's page does when they go: rate, and have a private link emailed. The device's cookie allows it, and for
 * an hour the ticket that the page was given when its device forgot the conversation.
 */
export function createPartingRoutes(parts: HttpParts): FastifyPluginAsync {
  const { stores, letters, limits, cookie } = parts

  async function conversationOf(request: FastifyRequest, ticket?: string): Promise<StoredConversation> {
    const capability = cookie.read(request.headers.cookie)
    const conversation = ticket
      ? await stores.ratings.findByTicket(ticket)
      : capability && (await stores.reader.findByCapability(capability))
    if (!conversation) throw new ConversationNotFound()
    return conversation
  }

  return async (http) => {
    http.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store')
      refuseForeignPages(request.headers, parts.publicUrl)
    })
    http.setErrorHandler((error, _request, reply) => sendRefusal(error, reply, parts.log))
    const bodyLimit = 4 * 1024

    http.post(addresses.rating, { bodyLimit }, async (request) => {
      limits.start(request.ip)
      const { ticket, ...rating } = parseInput(rateSchema, request.body)
      const { id, state } = await conversationOf(request, ticket)
      if (state !== 'ended') throw new ConversationGoesOn()
      await stores.database.write((trx) => stores.ratings.rate(trx, id, rating))
      return { ok: true }
    })

    http.post(addresses.copyByEmail, { bodyLimit }, async (request) => {
      limits.start(request.ip)
      const { ticket, email: given } = parseInput(copyByEmailSchema, request.body)
      const { id, email: known } = await conversationOf(request, ticket)
      const email = given ?? known
      if (email === null) throw new NoAddressLeft()
      limits.letter(email)
      await stores.database.write(async (trx) => {
        const { conversation, isNew } = await stores.contact.leaveEmail(trx, id, email)
        if (isNew) await stores.links.endAll(trx, id)
        await letters.hereIsYourLink(trx, conversation)
      })
      return { ok: true }
    })
  }
}
