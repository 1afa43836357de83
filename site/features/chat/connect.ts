import { visitorNamespace, visitorPushes, visitorRequests } from '#protocol/visitor.ts'
import { fetchPages } from '../conversation/fetch-pages.ts'
import { parsedPush } from '../conversation/parsed-push.ts'
import type { SendReply } from '../conversation/sender.ts'
import type { UnsentMessage } from '../conversation/thread.ts'
import { createTypingWatch } from '../conversation/typing-signal.ts'
import { openWire, type WireOptions } from '../conversation/wire.ts'
import type { ConversationEvent } from './conversation-state.ts'

/** The visitor's line to their conversation. The cookie that the helpdesk set says which one it is. */
export type VisitorConnection = ReturnType<typeof connectVisitor>

/**
 * Connects, and keeps `dispatch` told of all that happens. On every connect and wake-up it sends `lastSeq()` and takes
 * what followed, so that nothing is missed while the page slept.
 */
export function connectVisitor({
  lastSeq,
  dispatch,
  ...where
}: Pick<WireOptions, 'origin' | 'page'> & {
  lastSeq: () => number
  dispatch: (event: ConversationEvent) => void
}) {
  const sync = async () => {
    const schema = visitorRequests['conversation:sync'].reply
    const reply = await fetchPages(lastSeq(), (after) =>
      wire.ask('conversation:sync', { lastSeq: after }, schema),
    )
    if (reply?.ok) dispatch({ type: 'synced', conversation: reply.conversation, messages: reply.messages })
    return reply
  }
  const wake = () => wire.wake()
  const watchTyping = createTypingWatch((typing) => dispatch({ type: 'typing', typing }))
  const wire = openWire({
    ...where,
    namespace: visitorNamespace,
    resync: sync,
    onChange: (connection) => dispatch({ type: 'link', connection }),
    pushes: {
      message: parsedPush(visitorPushes.message, wake, (message) => dispatch({ type: 'message', message })),
      conversation: parsedPush(visitorPushes.conversation, wake, (conversation) =>
        dispatch({ type: 'conversation', conversation }),
      ),
      seen: parsedPush(visitorPushes.seen, wake, ({ seq }) => dispatch({ type: 'seen-by-navigator', seq })),
      typing: parsedPush(visitorPushes.typing, wake, ({ typing }) => watchTyping(typing)),
    },
  })
  return {
    send: ({ clientMessageId, text }: UnsentMessage): Promise<SendReply> =>
      wire.ask('message:send', { clientMessageId, text }, visitorRequests['message:send'].reply),
    markSeen: async (seq: number) => {
      const reply = await wire.ask('seen', { seq }, visitorRequests.seen.reply)
      if (reply?.ok) dispatch({ type: 'seen-by-visitor', seq })
    },
    leaveAddress: (email: string) =>
      wire.ask('visitor:leave-address', { email }, visitorRequests['visitor:leave-address'].reply),
    /** Once done, all tabs hear of it by a push. */
    sayUses: (uses: string[]) =>
      wire.ask('visitor:say-uses', { uses }, visitorRequests['visitor:say-uses'].reply),
    end: () => wire.ask('conversation:end', {}, visitorRequests['conversation:end'].reply),
    tellTyping: (typing: boolean) => wire.tell('typing', { typing }),
    wake,
    close: wire.close,
  }
}
