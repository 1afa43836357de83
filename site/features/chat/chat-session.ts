import { batch, effect, type ReadonlySignal, signal } from '@preact/signals'
import type { HelpdeskStatus, VisitorConversation } from '#protocol/visitor.ts'
import type { Outbox } from '../conversation/outbox.ts'
import { createSender, type Sender } from '../conversation/sender.ts'
import { hasGap, lastSeq, nextToSend } from '../conversation/thread.ts'
import type { ChatCalls } from './chat-calls.ts'
import type { connectVisitor, VisitorConnection } from './connect.ts'
import {
  type ConversationEvent,
  type ConversationState,
  openState,
  reduce,
  seqToMarkSeen,
} from './conversation-state.ts'
import type { createDraftKeeper, StartDraft } from './start-draft.ts'

/** What the chat page shows. */
export type ChatView =
  | { is: 'loading' }
  /** nothing could be learnt about this device's chat; the page keeps trying */
  | { is: 'unreachable' }
  | { is: 'before'; draft: StartDraft; starting: boolean; problem: string | null }
  | { is: 'talk'; state: ConversationState; ending: boolean; endProblem: string | null }
  /** ended and cleared; `problem` when the helpdesk could not be told to forget this device */
  | { is: 'over'; clearing: boolean; problem: string | null }

export type ChatSession = ReturnType<typeof createChatSession>

const unreachable = 'We could not reach the helpdesk. What you wrote is still here. Try again in a moment.'

/** One visitor's chat on one page: takes what the person does, keeps `view` and `status` true. */
export function createChatSession({
  calls,
  connect,
  outbox,
  drafts,
  tabs,
  newId,
  now,
  isVisible,
}: ChatParts) {
  const view = signal<ChatView>({ is: 'loading' })
  const status = signal<HelpdeskStatus | null>(null)
  let line: { connection: VisitorConnection; sender: Sender; stop: () => void } | null = null
  /** asked for on this connection already */
  let markedSeen = 0

  const talk = () => (view.value.is === 'talk' ? view.value : null)
  const dispatch = (event: ConversationEvent) => {
    const before = talk()
    if (!before) return
    const state = reduce(before.state, event)
    view.value = { ...before, state }
    if (hasGap(state.thread) && !hasGap(before.state.thread)) line?.connection.wake()
    if (event.type === 'link') markedSeen = 0
    if (event.type === 'link' && event.connection.is === 'connected') line?.sender.pump()
  }

  const enter = (conversation: VisitorConversation) => {
    leave()
    markedSeen = 0
    view.value = {
      is: 'talk',
      state: openState(conversation, outbox.load(conversation.id)),
      ending: false,
      endProblem: null,
    }
    const connection = connect({ lastSeq: () => lastSeq(talk()?.state.thread ?? noThread), dispatch })
    const sender = createSender({
      next: () => nextToSend(talk()?.state.thread ?? noThread),
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
                  authorName: talk()?.state.conversation.visitorName ?? null,
                },
              }
            : { type: 'refused', clientMessageId, problem: delivery.problem },
        ),
    })
    const stopKeeping = effect(() => {
      const unsent = talk()?.state.thread.unsent
      if (unsent) outbox.save(conversation.id, unsent)
    })
    line = {
      connection,
      sender,
      stop: () => {
        stopKeeping()
        sender.stop()
        connection.close()
      },
    }
  }
  const leave = () => {
    line?.stop()
    line = null
  }
  const showStart = (text = '') => {
    const draft = drafts.load()
    view.value = { is: 'before', draft: text ? { ...draft, text } : draft, starting: false, problem: null }
  }

  const refreshStatus = async () => {
    status.value = (await calls.status()) ?? status.value
  }
  /** Finds the chat that this device may have, or shows the start. */
  const restore = async () => {
    const [reply] = await Promise.all([calls.current(), refreshStatus()])
    if (!reply?.ok) view.value = { is: 'unreachable' }
    else if (reply.conversation) enter(reply.conversation)
    else showStart()
  }
  const clearDevice = () => {
    leave()
    outbox.clear()
    drafts.clear()
  }
  /** Clears this chat from the device: what the page holds at once, then the cookie. */
  const forget = async () => {
    clearDevice()
    view.value = { is: 'over', clearing: true, problem: null }
    const reply = await calls.forget()
    if (reply?.ok) tabs.tell('forgotten')
    const problem = reply?.ok ? null : (reply?.message ?? stillRemembered)
    view.value = { is: 'over', clearing: false, problem }
  }

  tabs.listen((news) => {
    if (news === 'forgotten' && view.value.is !== 'before') {
      clearDevice()
      view.value = { is: 'over', clearing: false, problem: null }
    }
    if (news === 'started' && view.value.is === 'before' && !view.value.starting) void restore()
  })

  return {
    view: view as ReadonlySignal<ChatView>,
    status: status as ReadonlySignal<HelpdeskStatus | null>,
    restore,
    refreshStatus,
    /** Keeps what is filled in, through a reload. */
    keepDraft: (draft: StartDraft) => drafts.save(draft),
    /** Starts the chat with its first message. A second call while the first runs does nothing. */
    start: async (draft: StartDraft, pageFrom: string | undefined) => {
      if (view.value.is !== 'before' || view.value.starting) return
      drafts.save(draft)
      view.value = { is: 'before', draft, starting: true, problem: null }
      const reply = await calls.start(draft, pageFrom)
      if (!reply?.ok) {
        view.value = { is: 'before', draft, starting: false, problem: reply?.message ?? unreachable }
        return
      }
      const { clientMessageId, text } = draft
      batch(() => {
        outbox.save(reply.conversation.id, [{ clientMessageId, text, writtenAt: now(), problem: null }])
        drafts.clear()
        enter(reply.conversation)
      })
      tabs.tell('started')
    },
    write: (text: string) => {
      dispatch({
        type: 'written',
        message: { clientMessageId: newId(), text, writtenAt: now(), problem: null },
      })
      line?.sender.pump()
    },
    retry: (clientMessageId: string) => {
      dispatch({ type: 'retried', clientMessageId })
      line?.sender.pump()
    },
    discard: (clientMessageId: string) => dispatch({ type: 'discarded', clientMessageId }),
    tellTyping: (typing: boolean) => line?.connection.tellTyping(typing),
    wake: () => line?.connection.wake(),
    /** Marks what is on the screen as seen, when somebody looks at it. */
    markSeen: () => {
      const state = talk()?.state
      const seq = state && isVisible() ? seqToMarkSeen(state) : null
      if (seq === null || seq <= markedSeen) return
      markedSeen = seq
      void line?.connection.markSeen(seq)
    },
    /** Leaves an address for answers that come while no page is open. Gives what went wrong, a sentence, or null. */
    leaveAddress: async (email: string): Promise<string | null> => {
      const reply = await line?.connection.leaveAddress(email)
      if (!reply) return notLeft
      if (!reply.ok) return reply.message
      dispatch({ type: 'conversation', conversation: reply.conversation })
      return null
    },
    /** Ends the chat for both sides, then clears it from this device. */
    end: async () => {
      const before = talk()
      if (!before || !line) return
      view.value = { ...before, ending: true, endProblem: null }
      const reply = await line.connection.end()
      if (reply?.ok || reply?.code === 'ended' || reply?.code === 'not-found') return forget()
      const after = talk()
      if (after) view.value = { ...after, ending: false, endProblem: reply?.message ?? notEnded }
    },
    forget,
    showStart,
  }
}

const noThread = { messages: [], early: [], unsent: [] }
const notLeft = 'We could not reach the helpdesk, so your address is not stored. Try again in a moment.'
const notEnded = 'We could not reach the helpdesk, so the chat has not ended. Try again in a moment.'
const stillRemembered =
  'The chat is gone from this page. We could not reach the helpdesk, so this device can still open it. Try again in a moment.'

/** Tells the other tabs of this browser, and hears from them. */
export type Tabs = {
  tell: (news: 'started' | 'forgotten') => void
  listen: (handle: (news: unknown) => void) => void
}

export type ChatParts = {
  calls: ChatCalls
  connect: (to: Pick<Parameters<typeof connectVisitor>[0], 'lastSeq' | 'dispatch'>) => VisitorConnection
  outbox: Outbox
  drafts: ReturnType<typeof createDraftKeeper>
  tabs: Tabs
  /** makes UUIDs */
  newId: () => string
  /** milliseconds, UTC */
  now: () => number
  isVisible: () => boolean
}
