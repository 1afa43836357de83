import formBody from '@fastify/formbody'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { NewId } from '#platform/clock.ts'
import { type FormState, fieldProblems, typedFields } from '#platform/pages/form-fields.ts'
import { home, type Page, type Pages } from '#platform/pages/shell.ts'
import { addresses, answerFormSchema, callBackFormSchema, privateLinkFields } from '#protocol/http.ts'
import type { Area } from '#records/area.ts'
import { copyOfConversation } from '../conversation-copy.ts'
import { sayStanding } from '../domain/standing-words.ts'
import { hashCapability, newCapability } from '../storage/capability.ts'
import type { StoredConversation } from '../storage/conversation-rows.ts'
import { createVisitorActions } from '../visitor-actions.ts'
import {
  type ConversationField,
  conversationBody,
  conversationFields,
  type Done,
  doneWords,
} from './conversation-page.ts'
import { conversationOfDevice } from './device-conversation.ts'
import { withExit } from './exit-this-page.ts'
import { type HttpParts, refuseForeignPages } from './http-conversations.ts'
import { closedPage, confirmPage, deadLinkPage, notDonePage, nothingHerePage } from './link-pages.ts'
import { capabilityRoom, conversationRoom } from './namespaces.ts'
import { parseInput } from './parse-input.ts'
import { httpStatus, refusalFor } from './refusals.ts'

const heading = 'Your conversation'

/** The pages at /conversation/: open a private link, read, write, keep a copy, close. Plain pages, whatever happens. */
export function createConversationPageRoutes(
  parts: HttpParts & { area: () => Area; pages: Pages; newId: NewId },
): FastifyPluginAsync {
  const { stores, area, cookie, namespaces } = parts
  const actions = createVisitorActions(parts)
  const here = addresses.conversation

  const ofDevice = (request: FastifyRequest, reply: FastifyReply) =>
    conversationOfDevice(parts, request, reply)

  function send(reply: FastifyReply, page: Page) {
    return reply.type('text/html; charset=utf-8').send(parts.pages.render(withExit(page)))
  }

  async function showConversation(
    reply: FastifyReply,
    conversation: StoredConversation,
    form: FormState<ConversationField>,
    done?: Done,
  ) {
    const { id, reference } = conversation
    const messages = await stores.reader.allMessages(id)
    await noteSeen(id, messages.findLast(({ author }) => author !== 'visitor')?.seq ?? 0)
    const standing = sayStanding(
      { ...conversation, emailLeft: conversation.email !== null },
      area(),
      stores.clock(),
      area().helpdesk.replyWorkingDays,
    )
    const body = conversationBody(area(), {
      ...{ reference, standing, messages, done, ...form },
      ended: conversation.state === 'ended',
      callBack: conversation.callBack,
      emailLeft: conversation.email !== null,
      clientMessageId: parts.newId(),
      clientConversationId: parts.newId(),
    })
    const before = form.problems.length > 0 ? 'Error: ' : done ? `${doneWords[done]} – ` : ''
    return send(reply, { title: `${before}${heading}`, breadcrumbs: home, body })
  }

  /** Whoever was shown an answer has it: the navigator is told, and the next answer may be emailed again. */
  async function noteSeen(conversationId: string, seq: number): Promise<void> {
    const isNews = await stores.database.write((trx) =>
      stores.writer.markSeen(trx, conversationId, 'visitor', seq),
    )
    if (isNews) namespaces.desk.to(conversationRoom(conversationId)).emit('seen', { conversationId, seq })
  }

  /** Does what a form on the page asks, and shows the page again: afterwards, or with what is wrong. */
  async function handleForm(request: FastifyRequest, reply: FastifyReply, done: Done, act: Act) {
    const typed = typedFields(conversationFields, request.body)
    const conversation = await ofDevice(request, reply)
    if (!conversation) {
      const unsent = { text: typed.text, clientConversationId: parts.newId() }
      return send(reply.code(404), nothingHerePage(area(), unsent))
    }
    try {
      refuseForeignPages(request.headers, parts.publicUrl)
      await act(conversation.id, request)
      return reply.redirect(`${here}?done=${done}`, 303)
    } catch (error) {
      const { code, message } = refusalFor(error, parts.log)
      reply.code(httpStatus[code])
      const problems = fieldProblems(conversationFields, error) ?? [{ field: 'form' as const, message }]
      const now = (await stores.reader.find(conversation.id)) ?? conversation
      return showConversation(reply, now, { typed, problems })
    }
  }

  return async (http) => {
    if (!http.hasContentTypeParser('application/x-www-form-urlencoded')) await http.register(formBody)
    const bodyLimit = 64 * 1024
    http.addHook('onRequest', async (_request, reply) => {
      reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex' })
    })

    http.setErrorHandler((error, _request, reply) => {
      const { code, message } = refusalFor(error, parts.log)
      return send(reply.code(httpStatus[code]), notDonePage(area(), message))
    })

    http.get('/conversation', async (_request, reply) => reply.redirect(here, 301))
    http.get(here, async (request, reply) => {
      const { link } = parseInput(privateLinkFields, request.query)
      const open = await ofDevice(request, reply)
      if (link === '') {
        if (!open) return send(reply, nothingHerePage(area(), { text: '', clientConversationId: '' }))
        const { done } = doneQuery.parse(request.query)
        return showConversation(reply, open, { typed: {}, problems: [] }, done)
      }
      const linked = await stores.links.find(link)
      if (!linked) return send(reply.code(404), deadLinkPage(area()))
      const otherReference = open && open.id !== linked.id ? open.reference : undefined
      return send(reply, confirmPage(area(), { secret: link, reference: linked.reference, otherReference }))
    })

    http.post(`${here}open/`, { bodyLimit }, async (request, reply) => {
      refuseForeignPages(request.headers, parts.publicUrl)
      parts.limits.start(request.ip)
      const linked = await stores.links.find(parseInput(privateLinkFields, request.body ?? {}).link)
      if (!linked) return send(reply.code(404), deadLinkPage(area()))
      const capability = newCapability()
      await stores.database.write((trx) => stores.capabilities.allow(trx, linked.id, capability))
      return reply.header('set-cookie', cookie.store(capability)).redirect(here, 303)
    })

    http.post(`${here}answer/`, { bodyLimit }, (request, reply) =>
      handleForm(request, reply, 'sent', async (id, { body, ip }) => {
        const answer = parseInput(answerFormSchema, body)
        parts.limits.message(ip, id)
        await actions.write(id, answer)
      }),
    )
    http.post(`${here}call-back/`, { bodyLimit }, (request, reply) =>
      handleForm(request, reply, 'call-back', async (id, { body, ip }) => {
        const { telephone, callBackWhen } = parseInput(callBackFormSchema, body)
        parts.limits.message(ip, id)
        await actions.askCallBack(id, { telephone, suits: callBackWhen })
      }),
    )

    http.post(`${here}stop-emails/`, { bodyLimit }, (request, reply) =>
      handleForm(request, reply, 'emails-stopped', (id) => actions.stopEmails(id)),
    )

    http.get(`${here}copy/`, async (request, reply) => {
      const conversation = await ofDevice(request, reply)
      if (!conversation)
        return send(reply.code(404), nothingHerePage(area(), { text: '', clientConversationId: '' }))
      const { id, reference } = conversation
      return reply
        .type('text/plain; charset=utf-8')
        .header('content-disposition', `attachment; filename="conversation-${reference}.txt"`)
        .send(
          copyOfConversation(reference, await stores.reader.allMessages(id), stores.clock(), parts.publicUrl),
        )
    })

    http.post(`${here}close/`, { bodyLimit }, async (request, reply) => {
      refuseForeignPages(request.headers, parts.publicUrl)
      const capability = cookie.read(request.headers.cookie)
      if (capability) {
        parts.paused.keepWaiting(reply, await stores.reader.findByCapability(capability))
        await stores.database.write((trx) => stores.writer.forget(trx, capability))
        namespaces.visitors.in(capabilityRoom(hashCapability(capability))).disconnectSockets(true)
      }
      return send(reply.header('set-cookie', cookie.clear()), closedPage(area()))
    })
  }
}

type Act = (conversationId: string, request: FastifyRequest) => Promise<void>

const doneQuery = z.object({
  done: z.enum(['sent', 'call-back', 'emails-stopped']).optional().catch(undefined),
})
