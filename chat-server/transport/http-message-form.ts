import formBody from '@fastify/formbody'
import type { FastifyPluginAsync, FastifyReply, FastifyRequest } from 'fastify'
import type { NewId } from '#platform/clock.ts'
import { typedFields } from '#platform/pages/form-fields.ts'
import { home, type Pages } from '#platform/pages/shell.ts'
import { addresses, type MessageForm, messageFormQuery, messageFormSchema } from '#protocol/http.ts'
import type { Area } from '#records/area.ts'
import { beginConversation } from '../begin-conversation.ts'
import { readStandings } from '../board.ts'
import type { StoredConversation } from '../storage/conversation-rows.ts'
import { withExit } from './exit-this-page.ts'
import { type HttpParts, refuseForeignPages } from './http-conversations.ts'
import { type MessageFormState, messageFields, messageFormBody, messageSentBody } from './message-page.ts'
import { parseInput } from './parse-input.ts'
import { promisedDay, refusedForm, sendPage } from './plain-form.ts'

/** The message form at /message/: plain pages, whatever happens. What was typed is never lost. */
export function createMessageFormRoutes(
  parts: HttpParts & { area: () => Area; pages: Pages; newId: NewId },
): FastifyPluginAsync {
  const { stores, area, pages } = parts

  const answeredBy = () => promisedDay(area(), stores.clock())

  async function sendForm(
    reply: FastifyReply,
    state: Pick<MessageFormState, 'typed' | 'problems'>,
    id: string,
    request: FastifyRequest,
  ) {
    const whoReads = (await readStandings(stores, area())).status.sentence
    const body = messageFormBody(area(), {
      ...state,
      clientConversationId: id,
      whoReads,
      answeredBy: answeredBy(),
      earlierReference: (await conversationHere(request))?.reference,
    })
    const title = `${state.problems.length > 0 ? 'Error: ' : ''}Send us a message`
    return sendPage(reply, pages.render(withExit({ title, body, breadcrumbs: home })))
  }

  /** What this device's cookie opens: all that a visitor may let the navigator see of before. */
  async function conversationHere({ headers }: FastifyRequest): Promise<StoredConversation | undefined> {
    const capability = parts.cookie.read(headers.cookie)
    return capability ? stores.reader.findByCapability(capability) : undefined
  }

  async function store(form: MessageForm, request: FastifyRequest, reply: FastifyReply) {
    if (form.email !== undefined) parts.limits.letter(form.email)
    const callBack = form.callBack === 'yes'
    const earlierId = form.showEarlier === 'yes' ? (await conversationHere(request))?.id : undefined
    const begun = await beginConversation(
      stores,
      { ...form, callBack, earlierId, channel: 'message' },
      async (trx, { conversation, isNew }) => {
        if (isNew) await parts.letters.weHaveYourMessage(trx, conversation, answeredBy())
      },
    )
    if (begun.firstMessage) parts.announcer.message(begun.firstMessage)
    await parts.announcer.conversation(begun.conversation.id)
    reply.header('set-cookie', parts.cookie.store(begun.capability))
    const { reference, email, telephone } = begun.conversation
    const body = messageSentBody(area(), {
      ...{ reference, answeredBy: answeredBy(), callBack: begun.conversation.callBack },
      ...{ email: email !== null, telephone: telephone !== null },
    })
    return sendPage(reply, pages.render(withExit({ title: 'We have your message', body, breadcrumbs: home })))
  }

  return async (http) => {
    if (!http.hasContentTypeParser('application/x-www-form-urlencoded')) await http.register(formBody)

    http.get('/message', async (_request, reply) => reply.redirect(addresses.messageForm, 301))
    http.get(addresses.messageForm, async (request, reply) => {
      const { about = '' } = parseInput(messageFormQuery, request.query)
      return sendForm(reply, { typed: { about }, problems: [] }, parts.newId(), request)
    })
    http.post(addresses.messageForm, { bodyLimit: 64 * 1024 }, async (request, reply) => {
      const typed = typedFields(['clientConversationId', ...messageFields], request.body)
      try {
        refuseForeignPages(request.headers, parts.publicUrl)
        const form = parseInput(messageFormSchema, typed)
        parts.limits.start(request.ip)
        await parts.paused.refuseStart(request.headers.cookie)
        return await store(form, request, reply)
      } catch (error) {
        const { status, problems, clientConversationId } = refusedForm(error, {
          ...{ fields: messageFields, sentId: typed.clientConversationId, button: 'Send', log: parts.log },
        })
        reply.code(status)
        return sendForm(reply, { typed, problems }, clientConversationId ?? parts.newId(), request)
      }
    })
  }
}
