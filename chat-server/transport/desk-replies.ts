import type { SignedIn } from '#platform/accounts/grants.ts'
import { replyRequests } from '#protocol/desk-replies.ts'
import { savedReplyRequests } from '#protocol/saved-replies.ts'
import type { Area } from '#records/area.ts'
import { inLondon, sayDate } from '#records/london-time.ts'
import { timeInWords } from '#records/time-of-day.ts'
import { openSession, replyBy } from '../domain/opening-hours.ts'
import type { ReplyActions } from '../reply-actions.ts'
import type { FindCard } from '../site-cards.ts'
import type { Stores } from '../stores.ts'
import type { Limits } from './limits.ts'
import type { DeskSocket } from './namespaces.ts'
import { type Routes, request } from './serve-socket.ts'

/** Saved replies, later answers and blocks on a desk's socket. Who it is and what they may do is asked at each request. */
export function replyRoutes(
  socket: DeskSocket,
  parts: {
    stores: Stores
    replies: ReplyActions
    findCard: FindCard
    area: () => Area
    limits: Limits
    recheck: (socket: DeskSocket) => Promise<SignedIn>
  },
): Routes {
  const { stores, replies, limits, area } = parts

  async function allowed(): Promise<SignedIn> {
    limits.request(socket.id)
    return parts.recheck(socket)
  }

  return {
    'reply:list': request(savedReplyRequests['reply:list'], async () => {
      const { accountId } = await allowed()
      const now = stores.clock()
      const day = replyBy(area(), now, area().helpdesk.replyWorkingDays)
      const session = openSession(area(), now)
      const list = await stores.savedReplies.list(accountId)
      return {
        replies: list.map(({ id, ownerId, title, text, easyText }) => ({
          ...{ id, team: ownerId === null, title, text, easyText },
        })),
        council: area().authority,
        telephone: area().contact.telephone,
        answerDay: day && sayDate(day),
        closingTime: session && timeInWords(inLondon(session.closes).minutes),
      }
    }),

    'conversation:answer-later': request(
      replyRequests['conversation:answer-later'],
      async ({ conversationId, email }) => {
        const signedIn = await allowed()
        if (email !== undefined) limits.letter(email)
        return { conversation: await replies.answerLater(signedIn, conversationId, email) }
      },
    ),

    'conversation:answered': request(replyRequests['conversation:answered'], async ({ conversationId }) => ({
      conversation: await replies.answered(await allowed(), conversationId),
    })),

    'conversation:answer-ended': request(
      replyRequests['conversation:answer-ended'],
      async ({ conversationId, clientMessageId, text, cardPath }) => {
        const signedIn = await parts.recheck(socket)
        limits.message(socket.data.address, signedIn.accountId)
        const card = cardPath === null ? {} : { card: () => parts.findCard(cardPath) }
        const answer = { clientMessageId, text, ...card }
        return { conversation: await replies.answerEnded(signedIn, conversationId, answer) }
      },
    ),

    'conversation:block': request(
      replyRequests['conversation:block'],
      async ({ conversationId, reason }) => ({
        conversation: await replies.block(await allowed(), conversationId, reason),
      }),
    ),

    'conversation:unblock': request(replyRequests['conversation:unblock'], async ({ conversationId }) => ({
      conversation: await replies.unblock(await allowed(), conversationId),
    })),
  }
}
