import type { Log } from '#platform/log.ts'
import { visitorRequests, visitorSignals } from '#protocol/visitor.ts'
import { readStandings } from '../board.ts'
import { end, refuseWriting } from '../domain/conversation.ts'
import { ConversationNotFound } from '../domain/errors.ts'
import { sayEnded } from '../domain/notices.ts'
import type { OpeningHours } from '../domain/opening-hours.ts'
import type { Letters } from '../letters.ts'
import type { HelpdeskMetrics } from '../metrics.ts'
import type { StoredConversation } from '../storage/conversation-rows.ts'
import type { Stores } from '../stores.ts'
import type { Announcer } from './announcer.ts'
import { keepLightRequest } from './light-request.ts'
import type { Limits } from './limits.ts'
import { readPage } from './message-pages.ts'
import { conversationRoom, type Namespaces, type VisitorSocket } from './namespaces.ts'
import { type Route, type Routes, request, routeIn, serveSocket, signal } from './serve-socket.ts'
import { toVisitorView } from './views.ts'

export interface VisitorParts {
  stores: Stores
  announcer: Announcer
  namespaces: Namespaces
  limits: Limits
  hours: () => OpeningHours
  letters: Letters
  log: Log
  metrics: HelpdeskMetrics
}

/** Serves one visitor's socket. Its conversation is the one that its cookie opened, whatever it asks for. */
export function serveVisitor(socket: VisitorSocket, parts: VisitorParts): void {
  keepLightRequest(socket)
  // Most requests are messages: the routes of the others are not made for each.
  const findRoute = (event: string) =>
    event === 'message:send' ? messageRoute(socket, parts) : routeIn(visitorRoutes(socket, parts), event)
  serveSocket(socket, findRoute, parts)
}

function messageRoute(socket: VisitorSocket, { stores, announcer, limits }: VisitorParts): Route {
  const { conversationId, address } = socket.data
  return request(visitorRequests['message:send'], async ({ clientMessageId, text }) => {
    limits.message(address, conversationId)
    const added = await stores.database.write((trx) =>
      stores.messages.add(trx, conversationId, { author: { kind: 'visitor' }, clientMessageId, text }),
    )
    announcer.message(added, socket)
    return { seq: added.message.seq, sentAt: added.message.sentAt }
  })
}

function visitorRoutes(socket: VisitorSocket, parts: VisitorParts): Routes {
  const { stores, announcer, namespaces, limits, hours, letters } = parts
  const { conversationId } = socket.data
  const room = conversationRoom(conversationId)

  async function viewOf(conversation: StoredConversation) {
    const { queue, status } = await readStandings(stores, hours())
    return toVisitorView(conversation, queue, status)
  }

  return {
    'conversation:sync': request(visitorRequests['conversation:sync'], async ({ lastSeq }) => {
      limits.request(socket.id)
      const conversation = await stores.reader.find(conversationId)
      if (!conversation) throw new ConversationNotFound()
      const page = await readPage(stores.reader, conversation, lastSeq)
      return { conversation: await viewOf(conversation), ...page }
    }),

    seen: request(visitorRequests.seen, async ({ seq }) => {
      limits.request(socket.id)
      const isNews = await stores.database.write((trx) =>
        stores.writer.markSeen(trx, conversationId, 'visitor', seq),
      )
      if (isNews) namespaces.desk.to(room).emit('seen', { conversationId, seq })
      return {}
    }),

    'visitor:leave-address': request(visitorRequests['visitor:leave-address'], async ({ email }) => {
      limits.request(socket.id)
      limits.letter(email)
      const { conversation, isNew } = await stores.database.write(async (trx) => {
        const left = await stores.contact.leaveEmail(trx, conversationId, email)
        refuseWriting(left.conversation, { kind: 'visitor' })
        if (left.isNew) await letters.weWillEmail(trx, left.conversation)
        return left
      })
      const { queue, status } = isNew
        ? await announcer.conversation(conversationId)
        : await readStandings(stores, hours())
      return { conversation: toVisitorView(conversation, queue, status) }
    }),

    'visitor:say-uses': request(visitorRequests['visitor:say-uses'], async ({ uses }) => {
      limits.request(socket.id)
      const conversation = await stores.database.write(async (trx) => {
        const said = await stores.contact.sayUses(trx, conversationId, uses)
        refuseWriting(said, { kind: 'visitor' })
        return said
      })
      const { queue, status } = await announcer.conversation(conversationId)
      return { conversation: toVisitorView(conversation, queue, status) }
    }),

    'conversation:end': request(visitorRequests['conversation:end'], async () => {
      limits.request(socket.id)
      const ended = await stores.database.write(async (trx) => {
        const change = await stores.writer.change(trx, conversationId, (standing) =>
          end(standing, { kind: 'visitor' }, stores.clock()),
        )
        const notice = change.changed
          ? await stores.messages.addNotice(trx, conversationId, sayEnded(null))
          : undefined
        return { conversation: notice?.conversation ?? change.conversation, notice }
      })
      if (ended.notice) announcer.message(ended.notice)
      const { queue, status } = await announcer.conversation(conversationId)
      return { conversation: toVisitorView(ended.conversation, queue, status) }
    }),

    typing: signal(visitorSignals.typing, async ({ typing }) => {
      limits.request(socket.id)
      namespaces.desk.volatile.to(room).emit('typing', { conversationId, typing })
    }),
  }
}
