import type { Socket } from 'socket.io-client'
import { vi } from 'vitest'
import type { Message } from '#protocol/conversation.ts'
import type { DeskClient, VisitorClient } from '../../chat-server/helpdesk.fixture.ts'
import { createParticipant, type Link, type Participant } from '../faults/participant.ts'

/** A visitor and a navigator in one conversation, each as their page behaves. */
export interface Talk {
  readonly visitor: Participant
  readonly navigator: Participant
  /** all that the helpdesk has stored */
  readAll(): Promise<Message[]>
  close(): void
}

/** What may stand between somebody and their connection. */
export interface Interference {
  link(link: Link): Link
  hear(hear: (message: Message) => void): (message: Message) => void
}

const answerWithinMs = 8000

const none: Interference = { link: (link) => link, hear: (hear) => hear }

/** Has the desk take the conversation that the visitor's socket belongs to. Both sockets are connected. */
export async function talkBetween(
  conversationId: string,
  socket: VisitorClient,
  desk: DeskClient,
  interference: Interference = none,
): Promise<Talk> {
  const { conversation } = await insist(() =>
    desk.timeout(answerWithinMs).emitWithAck('conversation:claim', { conversationId }),
  )
  const visitorLink: Link = {
    me: { author: 'visitor', authorName: conversation.visitorName },
    send: (clientMessageId, text) =>
      ifConnected(socket, () =>
        socket.timeout(answerWithinMs).emitWithAck('message:send', { clientMessageId, text }),
      ),
    sync: async (lastSeq) =>
      good(await socket.timeout(answerWithinMs).emitWithAck('conversation:sync', { lastSeq })).messages,
  }
  const visitor = createParticipant(interference.link(visitorLink))
  socket.on('message', interference.hear(visitor.hear))

  const navigator = createParticipant(
    interference.link({
      me: { author: 'navigator', authorName: conversation.navigatorName },
      send: (clientMessageId, text) =>
        ifConnected(desk, () =>
          desk.timeout(answerWithinMs).emitWithAck('message:send', { conversationId, clientMessageId, text }),
        ),
      sync: async (lastSeq) =>
        good(await desk.timeout(answerWithinMs).emitWithAck('conversation:open', { conversationId, lastSeq }))
          .messages,
    }),
  )
  const hearAtDesk = interference.hear(navigator.hear)
  const onPush = (push: { conversationId: string; message: Message }) => {
    if (push.conversationId === conversationId) hearAtDesk(push.message)
  }
  desk.on('message', onPush)

  const stopKeeping = [keepInStep(socket, visitor), keepInStep(desk, navigator)]
  return {
    ...{ visitor, navigator },
    async readAll() {
      const all: Message[] = []
      for (;;) {
        const next = await vi.waitFor(() => visitorLink.sync(all.at(-1)?.seq ?? 0), patience)
        if (next.length === 0) return all
        all.push(...next)
      }
    },
    close() {
      for (const stop of stopKeeping) stop()
      desk.off('message', onPush)
      socket.disconnect()
    },
  }
}

/** After each connect, and now, gets the page in step; a connection that gives no good answer is opened anew. */
function keepInStep(socket: Pick<Socket, 'connected' | 'on' | 'off'>, participant: Participant): () => void {
  let timer: NodeJS.Timeout | undefined
  const getInStep = () => {
    participant.connected().catch(() => {
      clearTimeout(timer)
      timer = setTimeout(() => {
        if (socket.connected) getInStep()
      }, 300)
    })
  }
  socket.on('connect', getInStep)
  if (socket.connected) getInStep()
  return () => {
    clearTimeout(timer)
    socket.off('connect', getInStep)
    participant.stop()
  }
}

const patience = { timeout: 120_000 }

/** Asks again until there is a good answer, as a page does whose connection broke meanwhile. */
export function insist<Reply extends { ok: boolean }>(
  ask: () => Promise<Reply>,
): Promise<Extract<Reply, { ok: true }>> {
  return vi.waitFor(async () => good(await ask()), patience)
}

/** The good reply; a refusal is thrown. */
export function good<Reply extends { ok: boolean }>(reply: Reply): Extract<Reply, { ok: true }> {
  if (isGood(reply)) return reply
  throw new Error(JSON.stringify(reply))
}

function isGood<Reply extends { ok: boolean }>(reply: Reply): reply is Extract<Reply, { ok: true }> {
  return reply.ok
}

/** What is said while there is no connection is not said; null for that, and when no answer came. */
async function ifConnected<Reply>(
  { connected }: Pick<Socket, 'connected'>,
  ask: () => Promise<Reply>,
): Promise<Reply | null> {
  try {
    return connected ? await ask() : null
  } catch {
    return null
  }
}
