import type { Refusal } from '#protocol/contract.ts'
import { type DeskAnswer, deskNamespace, deskPushes, deskRequests } from '#protocol/desk.ts'
import { fetchPages } from '../conversation/fetch-pages.ts'
import { parsedPush } from '../conversation/parsed-push.ts'
import type { SendReply } from '../conversation/sender.ts'
import type { UnsentMessage } from '../conversation/thread.ts'
import { createTypingWatch } from '../conversation/typing-signal.ts'
import { openWire, type WireOptions } from '../conversation/wire.ts'
import type { ConcernDesk } from './concern-desk.ts'
import type { DeskEvent } from './desk-state.ts'
import type { DeskTools } from './desk-tools.ts'
import { createTeller } from './told-again.ts'

/** The desk's line to the helpdesk, with the session cookie. */
export type DeskConnection = ReturnType<typeof connectDesk>

/**
 * Connects, and keeps `dispatch` told of all that happens. On every connect and wake-up it fetches the whole list, and of
 * the conversation that is open everything after what the page has; so a laptop that slept is in step by itself.
 */
export function connectDesk({
  openTalk,
  dispatch,
  concerns,
  tools,
  ...where
}: Pick<WireOptions, 'origin' | 'page'> & {
  /** the conversation that is read now and the newest number it has, or null */
  openTalk: () => { conversationId: string; lastSeq: number } | null
  dispatch: (event: DeskEvent) => void
  concerns: Pick<ConcernDesk, 'sync' | 'hear' | 'hearWords'>
  tools: Pick<DeskTools, 'sync' | 'pushes' | 'notes'>
}) {
  const { tell, withAnswer } = createTeller(dispatch)
  const open = async (conversationId: string, lastSeq: number, chosen: boolean) => {
    const schema = deskRequests['conversation:open'].reply
    const page = (after: number) => {
      const again = !chosen || after > lastSeq
      return wire.ask('conversation:open', { conversationId, lastSeq: after, again }, schema)
    }
    const opened = (reply: DeskAnswer<'conversation:open'>) => dispatch({ ...reply, type: 'opened', chosen })
    const reply = await withAnswer(() => fetchPages(lastSeq, page), opened)
    if (reply?.ok) void tools.notes.open(conversationId)
    return reply
  }
  const sync = async (): Promise<{ ok: true } | Refusal | null> => {
    const reply = await withAnswer(
      () => wire.ask('desk:sync', {}, deskRequests['desk:sync'].reply),
      (answer) => dispatch({ ...answer, type: 'synced' }),
    )
    if (!reply?.ok) return reply
    const cared = await concerns.sync()
    if (!cared?.ok) return cared
    const toDo = await tools.sync()
    if (!toDo?.ok) return toDo
    const talk = openTalk()
    if (!talk) return reply
    const opened = await open(talk.conversationId, talk.lastSeq, false)
    if (opened?.ok === false && opened.code === 'not-found') {
      dispatch({ type: 'selected', conversationId: null })
      return reply
    }
    // A concern holds it since: its line says so.
    return opened?.ok === false && opened.code === 'not-allowed' ? reply : opened
  }
  const typingWatches = new Map<string, (typing: boolean) => void>()
  const watchTyping = (conversationId: string) => {
    const watch =
      typingWatches.get(conversationId) ??
      createTypingWatch((typing) => dispatch({ type: 'typing', conversationId, typing }))
    typingWatches.set(conversationId, watch)
    return watch
  }
  const wake = () => wire.wake()
  const wire = openWire({
    ...where,
    namespace: deskNamespace,
    resync: sync,
    onChange: (connection) => dispatch({ type: 'link', connection }),
    pushes: {
      conversation: parsedPush(deskPushes.conversation, wake, (conversation) =>
        tell({ type: 'conversation', conversation }),
      ),
      queue: parsedPush(deskPushes.queue, wake, (queue) => tell({ type: 'queue', queue })),
      message: parsedPush(deskPushes.message, wake, (news) => dispatch({ type: 'message', ...news })),
      contact: parsedPush(deskPushes.contact, wake, (news) => tell({ type: 'contact', ...news })),
      typing: parsedPush(deskPushes.typing, wake, ({ conversationId, typing }) =>
        watchTyping(conversationId)(typing),
      ),
      seen: parsedPush(deskPushes.seen, wake, (news) => dispatch({ type: 'seen-by-visitor', ...news })),
      concern: parsedPush(deskPushes.concern, wake, concerns.hear),
      'danger-words': parsedPush(deskPushes['danger-words'], wake, ({ dangerWords }) =>
        concerns.hearWords(dangerWords),
      ),
      ...tools.pushes(wake),
      'signed-out': parsedPush(deskPushes['signed-out'], wake, ({ message }) => {
        wire.close()
        dispatch({ type: 'signed-out', message })
      }),
    },
  })
  const change = (event: ChangeOfState) => {
    return async (conversationId: string) => {
      const reply = await wire.ask(event, { conversationId }, deskRequests[event].reply)
      if (reply?.ok) dispatch({ type: 'conversation', conversation: reply.conversation })
      return reply
    }
  }
  return {
    open,
    claim: change('conversation:claim'),
    handBack: change('conversation:hand-back'),
    end: change('conversation:end'),
    accept: change('conversation:accept'),
    decline: change('conversation:decline'),
    /** `to`: the colleague's account; null takes the question back */
    offer: async (conversationId: string, to: string | null) => {
      const schema = deskRequests['conversation:offer'].reply
      const reply = await wire.ask('conversation:offer', { conversationId, to }, schema)
      if (reply?.ok) dispatch({ type: 'conversation', conversation: reply.conversation })
      return reply
    },
    setWork: async (work: { capacity: number; helpsWith: string[] }) => {
      const reply = await wire.ask('work:set', work, deskRequests['work:set'].reply)
      if (reply?.ok) dispatch({ ...reply, type: 'switched' })
      return reply
    },
    setAvailable: async (available: boolean) => {
      const reply = await wire.ask('availability:set', { available }, deskRequests['availability:set'].reply)
      if (reply?.ok) dispatch({ ...reply, type: 'switched' })
      return reply
    },
    send: ({ conversationId, clientMessageId, text, card }: OutgoingMessage): Promise<SendReply> => {
      const payload = { conversationId, clientMessageId, text, cardPath: card?.path ?? null }
      return wire.ask('message:send', payload, deskRequests['message:send'].reply)
    },
    markSeen: async (conversationId: string, seq: number) => {
      const reply = await wire.ask('seen', { conversationId, seq }, deskRequests.seen.reply)
      if (reply?.ok) dispatch({ type: 'seen-by-navigator', conversationId, seq })
    },
    tellTyping: (conversationId: string, typing: boolean) => wire.tell('typing', { conversationId, typing }),
    ask: wire.ask,
    wake,
    close: wire.close,
  }
}

type ChangeOfState =
  | 'conversation:claim'
  | 'conversation:hand-back'
  | 'conversation:accept'
  | 'conversation:decline'
  | 'conversation:end'

/** A reply on its way, with the conversation it belongs to. */
export type OutgoingMessage = UnsentMessage & { conversationId: string }
