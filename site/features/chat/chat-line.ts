import { effect } from '@preact/signals'
import type { Outbox } from '../conversation/outbox.ts'
import { createSender, type Sender } from '../conversation/sender.ts'
import { emptyThread, lastSeq, nextToSend } from '../conversation/thread.ts'
import type { connectVisitor, VisitorConnection } from './connect.ts'
import type { ConversationEvent, ConversationState } from './conversation-state.ts'

/** A running chat's way to the helpdesk: the connection, what sends, and the outbox that survives a reload. */
export type ChatLine = { connection: VisitorConnection; sender: Sender; stop: () => void }

/** Opens connections; the page says where to. */
export type Connect = (
  to: Pick<Parameters<typeof connectVisitor>[0], 'lastSeq' | 'dispatch'>,
) => VisitorConnection

/** Opens the line. `state` reads how the chat stands, as a signal is read; `dispatch` changes it. */
export function openChatLine({
  conversationId,
  connect,
  outbox,
  state,
  dispatch,
}: {
  conversationId: string
  connect: Connect
  outbox: Outbox
  state: () => ConversationState | undefined
  dispatch: (event: ConversationEvent) => void
}): ChatLine {
  const thread = () => state()?.thread ?? emptyThread
  const connection = connect({ lastSeq: () => lastSeq(thread()), dispatch })
  const sender = createSender({
    next: () => nextToSend(thread()),
    send: connection.send,
    settle: ({ clientMessageId }, delivery) =>
      dispatch(
        delivery.is === 'stored'
          ? {
              type: 'stored',
              confirmation: {
                clientMessageId,
                seq: delivery.seq,
                sentAt: delivery.sentAt,
                author: 'visitor',
                authorName: state()?.conversation.visitorName ?? null,
                card: null,
              },
            }
          : { type: 'refused', clientMessageId, problem: delivery.problem },
      ),
  })
  const stopKeeping = effect(() => {
    const unsent = state()?.thread.unsent
    if (unsent) outbox.save(conversationId, unsent)
  })
  return {
    connection,
    sender,
    stop: () => {
      stopKeeping()
      sender.stop()
      connection.close()
    },
  }
}
