import { vi } from 'vitest'
import type { Message } from '#protocol/conversation.ts'
import type { DeskClient, VisitorClient } from '../../chat-server/helpdesk.fixture.ts'
import { createParticipant, type Participant } from '../faults/participant.ts'

/** A visitor and a navigator in one conversation, each as their page behaves. */
export interface Talk {
  readonly visitor: Participant
  readonly navigator: Participant
  /** all that the helpdesk has stored */
  readAll(): Promise<Message[]>
  close(): void
}

const answerWithinMs = 10_000

/** Has the desk take the conversation that the visitor's socket belongs to. Both sockets are connected. */
export async function talkBetween(
  conversationId: string,
  socket: VisitorClient,
  desk: DeskClient,
): Promise<Talk> {
  const visitor = createParticipant({
    socket,
    send: async (clientMessageId, text) =>
      good(await socket.timeout(answerWithinMs).emitWithAck('message:send', { clientMessageId, text })),
    sync: async (lastSeq) =>
      good(await socket.timeout(answerWithinMs).emitWithAck('conversation:sync', { lastSeq })).messages,
  })
  socket.on('message', visitor.hear)
  const navigator = createParticipant({
    socket: desk,
    send: async (clientMessageId, text) =>
      good(
        await desk
          .timeout(answerWithinMs)
          .emitWithAck('message:send', { conversationId, clientMessageId, text }),
      ),
    sync: async (lastSeq) =>
      good(await desk.timeout(answerWithinMs).emitWithAck('conversation:open', { conversationId, lastSeq }))
        .messages,
  })
  desk.on('message', (push) => {
    if (push.conversationId === conversationId) navigator.hear(push.message)
  })
  await insist(() => desk.timeout(answerWithinMs).emitWithAck('conversation:claim', { conversationId }))
  return {
    ...{ visitor, navigator },
    async readAll() {
      const reply = await insist(() =>
        socket.timeout(answerWithinMs).emitWithAck('conversation:sync', { lastSeq: 0 }),
      )
      return reply.messages
    },
    close: () => socket.disconnect(),
  }
}

/** Asks again until there is a good answer, as a page does whose connection broke meanwhile. */
export function insist<Reply extends { ok: boolean }>(
  ask: () => Promise<Reply>,
): Promise<Extract<Reply, { ok: true }>> {
  return vi.waitFor(async () => good(await ask()), { timeout: 60_000 })
}

/** The good reply; a refusal is thrown. */
export function good<Reply extends { ok: boolean }>(reply: Reply): Extract<Reply, { ok: true }> {
  if (isGood(reply)) return reply
  throw new Error(JSON.stringify(reply))
}

function isGood<Reply extends { ok: boolean }>(reply: Reply): reply is Extract<Reply, { ok: true }> {
  return reply.ok
}
