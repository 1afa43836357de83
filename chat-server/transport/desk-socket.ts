import type { SignedIn } from '#platform/accounts/grants.ts'
import type { Audit } from '#platform/audit.ts'
import type { Log } from '#platform/log.ts'
import { deskRequests, deskSignals } from '#protocol/desk.ts'
import type { Area } from '#records/area.ts'
import { readStandings } from '../board.ts'
import type { CallLogActions } from '../call-log-actions.ts'
import type { ConcernActions } from '../concern-actions.ts'
import { mayRead } from '../domain/concern.ts'
import { type Actor, keepPromise, refuseWriting } from '../domain/conversation.ts'
import { ConversationHeld, ConversationNotFound, NotANavigator } from '../domain/errors.ts'
import type { PromisedTimes } from '../domain/promised-answer.ts'
import type { InsightActions } from '../insight-actions.ts'
import type { Letters } from '../letters.ts'
import type { HelpdeskMetrics } from '../metrics.ts'
import type { ReplyActions } from '../reply-actions.ts'
import type { FindCard } from '../site-cards.ts'
import type { StoredConversation } from '../storage/conversation-rows.ts'
import type { Stores } from '../stores.ts'
import { deskPerson } from './admission.ts'
import type { Announcer } from './announcer.ts'
import { createDeskChanges } from './desk-changes.ts'
import { concernRoutes } from './desk-concerns.ts'
import { logRoutes } from './desk-log.ts'
import { replyRoutes } from './desk-replies.ts'
import { searchRoutes } from './desk-search.ts'
import { toolRoutes } from './desk-tools.ts'
import type { Limits } from './limits.ts'
import { readPage } from './message-pages.ts'
import { conversationRoom, type DeskSocket, type Namespaces } from './namespaces.ts'
import { type Routes, request, routeIn, serveSocket, signal } from './serve-socket.ts'
import { toContact, toDeskView } from './views.ts'

/** Ended conversations that the desk's list shows. */
const endedShown = 50

export interface DeskParts {
  stores: Stores
  announcer: Announcer
  namespaces: Namespaces
  limits: Limits
  audit: Pick<Audit, 'record'>
  hours: () => PromisedTimes
  letters: Letters
  findCard: FindCard
  concerns: ConcernActions
  callLog: CallLogActions
  insight: InsightActions
  replies: ReplyActions
  area: () => Area
  /** who the socket's session belongs to now; throws `NotANavigator` and closes the socket when it has ended */
  recheck: (socket: DeskSocket) => Promise<SignedIn>
  /** notes that the navigator's desk is connected */
  renewLease: (signedIn: SignedIn) => Promise<void>
  log: Log
  metrics: HelpdeskMetrics
}

/** Serves one desk's socket. Who it is and what they may do is asked again at each request. */
export function serveDesk(socket: DeskSocket, parts: DeskParts): void {
  const routes = {
    ...{ ...deskRoutes(socket, parts), ...concernRoutes(socket, parts), ...searchRoutes(socket, parts) },
    ...{ ...toolRoutes(socket, parts), ...replyRoutes(socket, parts), ...logRoutes(socket, parts) },
  }
  serveSocket(socket, (event) => routeIn(routes, event), parts)
}

function deskRoutes(socket: DeskSocket, parts: DeskParts): Routes {
  const { stores, announcer, namespaces, limits, audit, letters } = parts
  const changes = createDeskChanges(parts)
  /** conversations whose reading through this socket is in the audit */
  const opened = new Set<string>()

  async function allowed(): Promise<SignedIn> {
    limits.request(socket.id)
    return parts.recheck(socket)
  }

  async function describeMe({ accountId, name }: SignedIn) {
    const known = await stores.navigators.find(accountId)
    if (!known) throw new NotANavigator()
    const { available, capacity, helpsWith } = known
    return { accountId, name, available, capacity, helpsWith }
  }

  return {
    'desk:sync': request(deskRequests['desk:sync'], async () => {
      const signedIn = await allowed()
      await parts.renewLease(signedIn)
      const list = await stores.reader.list({ ended: endedShown })
      return {
        me: await describeMe(signedIn),
        queue: (await readStandings(stores, parts.hours())).desk,
        conversations: list.map(({ conversation, lastMessage }) =>
          toDeskView(conversation, lastMessage, deskPerson(signedIn), parts.hours()),
        ),
      }
    }),

    'availability:set': request(deskRequests['availability:set'], async ({ available }) => {
      const signedIn = await allowed()
      await parts.renewLease(signedIn)
      await stores.database.write((trx) =>
        stores.navigators.setSwitch(trx, signedIn.accountId, available, stores.clock()),
      )
      const standings = await announcer.queue()
      return { me: await describeMe(signedIn), queue: standings.desk }
    }),

    'work:set': request(deskRequests['work:set'], async (work) => {
      const signedIn = await allowed()
      await parts.renewLease(signedIn)
      await stores.database.write((trx) => stores.navigators.setWork(trx, signedIn.accountId, work))
      const standings = await announcer.queue()
      return { me: await describeMe(signedIn), queue: standings.desk }
    }),

    'conversation:open': request(
      deskRequests['conversation:open'],
      async ({ conversationId, lastSeq, again }) => {
        const signedIn = await allowed()
        // Before it is in the room: somebody who may not read it is not to hear it for a moment either.
        await readable(conversationId, signedIn)
        // In the room before the reads: whatever is stored later is pushed, so that nothing falls between.
        await socket.join(conversationRoom(conversationId))
        const conversation = await readable(conversationId, signedIn)
        const own = conversation.navigatorId === signedIn.accountId && !conversation.held
        if (!(again && opened.has(conversationId)) && (lastSeq === 0 || !own)) {
          await stores.database.write((trx) =>
            audit.record(trx, {
              actor: signedIn.accountId,
              action: 'conversation-read',
              subject: `conversation:${conversationId}`,
              detail: { held: conversation.held },
            }),
          )
        }
        opened.add(conversationId)
        const page = await readPage(stores.reader, conversation, lastSeq)
        return {
          conversation: toDeskView(
            conversation,
            await stores.reader.lastMessage(conversationId),
            deskPerson(signedIn),
            parts.hours(),
          ),
          contact: toContact(conversation),
          ...page,
        }
      },
    ),

    'conversation:claim': request(deskRequests['conversation:claim'], async ({ conversationId }) => {
      const signedIn = await allowed()
      await parts.renewLease(signedIn)
      return { conversation: await changes.claim(conversationId, signedIn) }
    }),

    'conversation:offer': request(deskRequests['conversation:offer'], async ({ conversationId, to }) => {
      return { conversation: await changes.offer(conversationId, await allowed(), to) }
    }),

    'conversation:accept': request(deskRequests['conversation:accept'], async ({ conversationId }) => {
      const signedIn = await allowed()
      await parts.renewLease(signedIn)
      return { conversation: await changes.accept(conversationId, signedIn) }
    }),

    'conversation:decline': request(deskRequests['conversation:decline'], async ({ conversationId }) => {
      return { conversation: await changes.decline(conversationId, await allowed()) }
    }),

    'conversation:hand-back': request(deskRequests['conversation:hand-back'], async ({ conversationId }) => {
      return { conversation: await changes.handBack(conversationId, await allowed()) }
    }),

    'conversation:end': request(deskRequests['conversation:end'], async ({ conversationId }) => {
      return { conversation: await changes.end(conversationId, await allowed()) }
    }),

    'message:send': request(
      deskRequests['message:send'],
      async ({ conversationId, clientMessageId, text, cardPath }) => {
        const { accountId, name } = await parts.recheck(socket)
        limits.message(socket.data.address, accountId)
        const author: Actor = { kind: 'navigator', accountId }
        const isEmailNeeded = await letters.isNeeded(conversationId)
        const added = await stores.database.write(async (trx) => {
          const card = cardPath === null ? {} : { card: () => parts.findCard(cardPath) }
          const message = { author, authorName: name, clientMessageId, text, ...card }
          const result = await stores.messages.add(trx, conversationId, message)
          if (result.isNew && isEmailNeeded) {
            await letters.youHaveAReply(trx, conversationId)
            await stores.writer.change(trx, conversationId, keepPromise)
          }
          return result
        })
        announcer.message(added, socket)
        const { seq, sentAt, card } = added.message
        return { seq, sentAt, card }
      },
    ),

    seen: request(deskRequests.seen, async ({ conversationId, seq }) => {
      await ownConversation(conversationId, await allowed())
      const isNews = await stores.database.write((trx) =>
        stores.writer.markSeen(trx, conversationId, 'navigator', seq),
      )
      if (isNews) announcer.seenByNavigator(conversationId, seq)
      return {}
    }),

    typing: signal(deskSignals.typing, async ({ conversationId, typing }) => {
      await ownConversation(conversationId, await allowed())
      namespaces.visitors.volatile.to(conversationRoom(conversationId)).emit('typing', { typing })
    }),
  }

  /** Throws when there is none, or a concern holds it from this person; then the socket hears nothing of it either. */
  async function readable(conversationId: string, signedIn: SignedIn): Promise<StoredConversation> {
    const conversation = await stores.reader.find(conversationId)
    if (conversation && mayRead(conversation, deskPerson(signedIn))) return conversation
    await socket.leave(conversationRoom(conversationId))
    throw conversation ? new ConversationHeld() : new ConversationNotFound()
  }

  /** Throws unless the conversation is theirs. A colleague who only looks on is not shown to the family. */
  async function ownConversation(conversationId: string, { accountId }: SignedIn): Promise<void> {
    const conversation = await stores.reader.find(conversationId)
    if (!conversation) throw new ConversationNotFound()
    refuseWriting(conversation, { kind: 'navigator', accountId })
  }
}
