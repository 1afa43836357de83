import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import type { Log } from '#platform/log.ts'
import { addresses, startConversationSchema } from '#protocol/http.ts'
import { beginConversation } from '../begin-conversation.ts'
import { readStandings } from '../board.ts'
import type { OpeningHours } from '../domain/opening-hours.ts'
import type { Letters } from '../letters.ts'
import { hashCapability } from '../storage/capability.ts'
import type { Stores } from '../stores.ts'
import type { Announcer } from './announcer.ts'
import type { CapabilityCookie } from './capability-cookie.ts'
import { conversationOfDevice } from './device-conversation.ts'
import type { Limits } from './limits.ts'
import { capabilityRoom, type Namespaces } from './namespaces.ts'
import { parseInput } from './parse-input.ts'
import type { PausedDevice } from './paused-device.ts'
import { httpStatus, NotAccepted, refusalFor } from './refusals.ts'
import { isFromOurPages } from './request-origin.ts'
import { toVisitorView } from './views.ts'

export interface HttpParts {
  stores: Stores
  letters: Letters
  announcer: Announcer
  namespaces: Namespaces
  limits: Limits
  cookie: CapabilityCookie
  paused: PausedDevice
  hours: () => OpeningHours
  publicUrl: string
  log: Log
}

/** The helpdesk's JSON calls. Errors become replies in the error handler alone. */
export function createConversationRoutes(parts: HttpParts): FastifyPluginAsync {
  const { stores, announcer, limits, cookie, hours } = parts

  return async (http) => {
    http.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store')
      if (request.method !== 'GET' && request.method !== 'HEAD')
        refuseForeignPages(request.headers, parts.publicUrl)
    })
    http.setErrorHandler((error, _request, reply) => sendRefusal(error, reply, parts.log))

    http.get(addresses.status, async () => (await readStandings(stores, hours())).status)

    http.post(addresses.conversations, { bodyLimit: 32 * 1024 }, async (request, reply) => {
      const input = parseInput(startConversationSchema, request.body)
      limits.start(request.ip)
      await parts.paused.refuseStart(request.headers.cookie)
      const { status } = await readStandings(stores, hours())
      const channel = status.open || status.available ? 'chat' : 'message'
      const callBack = input.preferredContact === 'telephone'
      if (input.email !== undefined) limits.letter(input.email)
      const { earlierTicket: ticket } = input
      const earlierId = ticket === undefined ? undefined : (await stores.ratings.findByTicket(ticket))?.id
      const begun = await beginConversation(stores, { ...input, channel, callBack, earlierId }, (trx, now) =>
        now.isNew ? parts.letters.weWillEmail(trx, now.conversation) : Promise.resolve(),
      )
      const { conversation } = begun
      const standings = begun.isNew
        ? await announcer.conversation(conversation.id)
        : await readStandings(stores, hours())
      reply.header('set-cookie', cookie.store(begun.capability))
      return { ok: true, conversation: toVisitorView(conversation, standings.queue, standings.status) }
    })

    http.get(addresses.current, async (request, reply) => {
      const conversation = await conversationOfDevice(parts, request, reply)
      if (!conversation) return { ok: true, conversation: null, rating: null }
      const { queue, status } = await readStandings(stores, hours())
      const rating = await stores.ratings.find(conversation.id)
      return { ok: true, conversation: toVisitorView(conversation, queue, status), rating }
    })

    http.delete(addresses.current, async (request, reply) => {
      const capability = cookie.read(request.headers.cookie)
      const conversation = capability ? await stores.reader.findByCapability(capability) : undefined
      let ticket: string | null = null
      if (capability) {
        ticket = await stores.database.write(async (trx) => {
          await stores.writer.forget(trx, capability)
          return conversation ? stores.ratings.makeTicket(trx, conversation.id) : null
        })
        parts.namespaces.visitors.in(capabilityRoom(hashCapability(capability))).disconnectSockets(true)
      }
      parts.paused.keepWaiting(reply, conversation)
      reply.header('set-cookie', cookie.clear())
      return { ok: true, ticket }
    })
  }
}

/** Throws `NotAccepted` when a page of another site sends this. */
export function refuseForeignPages(headers: Parameters<typeof isFromOurPages>[0], publicUrl: string): void {
  if (!isFromOurPages(headers, publicUrl))
    throw new NotAccepted('This must be sent from a page of this site.')
}

/** An error as the reply that says it. */
export function sendRefusal(error: unknown, reply: FastifyReply, log: Log) {
  const refusal = refusalFor(error, log)
  reply.code(httpStatus[refusal.code])
  if ('retryAfterMs' in refusal && refusal.retryAfterMs !== undefined) {
    reply.header('retry-after', Math.ceil(refusal.retryAfterMs / 1000))
  }
  return reply.send(refusal)
}
