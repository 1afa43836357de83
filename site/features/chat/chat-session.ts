import { batch, type ReadonlySignal, signal } from '@preact/signals'
import type { HelpdeskStatus, VisitorConversation } from '#protocol/visitor.ts'
import type { Outbox, TabStore } from '../conversation/outbox.ts'
import { hasGap } from '../conversation/thread.ts'
import type { ChatCalls } from './chat-calls.ts'
import { type ChatLine, type Connect, openChatLine } from './chat-line.ts'
import { createChatParting } from './chat-parting.ts'
import { type ChatView, chatProblems, type Keepsake, nothingKept } from './chat-view.ts'
import { type ConversationEvent, openState, reduce, seqToMarkSeen } from './conversation-state.ts'
import type { createSettings, Settings } from './settings.ts'
import { composingKey, type createDraftKeeper, easeIn, type StartDraft } from './start-draft.ts'
import type { Tabs } from './tabs.ts'
import { createUsesTeller } from './uses-teller.ts'

export type ChatSession = ReturnType<typeof createChatSession>

/** One visitor's chat on one page: takes what the person does, keeps `view`, `status` and `composing` true. */
export function createChatSession({
  calls,
  connect,
  outbox,
  drafts,
  store,
  settings,
  tabs,
  newId,
  now,
  isVisible,
}: ChatParts) {
  const view = signal<ChatView>({ is: 'loading' })
  const status = signal<HelpdeskStatus | null>(null)
  const composing = signal(store.read(composingKey) ?? '')
  let line: ChatLine | null = null
  /** asked for on this connection already */
  let markedSeen = 0
  /** what lets the navigator of the next chat see this one, if the visitor wants; it goes with the page */
  let earlierTicket: string | undefined

  const uses = createUsesTeller((changed) => line?.connection.sayUses(changed))
  const talk = () => (view.value.is === 'talk' ? view.value : null)
  const over = () => (view.value.is === 'over' ? view.value : null)
  const parting = createChatParting(calls, () => over()?.keepsake?.ticket ?? undefined)

  const dispatch = (event: ConversationEvent) => {
    const before = talk()
    if (!before) return
    const state = reduce(before.state, event)
    view.value = { ...before, state }
    if (hasGap(state.thread) && !hasGap(before.state.thread)) line?.connection.wake()
    if (event.type === 'link') markedSeen = 0
    if (event.type !== 'link' || event.connection.is !== 'connected') return
    line?.sender.pump()
    void uses.say()
  }

  const enter = (conversation: VisitorConversation) => {
    leave()
    markedSeen = 0
    const state = openState(conversation, outbox.load(conversation.id))
    view.value = { is: 'talk', state, ending: false, endProblem: null }
    line = openChatLine({
      conversationId: conversation.id,
      connect,
      outbox,
      state: () => talk()?.state,
      dispatch,
    })
  }
  const leave = () => {
    uses.forget()
    line?.stop()
    line = null
  }
  const compose = (text: string) => {
    composing.value = text
    if (text === '') store.remove(composingKey)
    else store.write(composingKey, text)
  }
  const showStart = (text = '') => {
    const draft = drafts.load()
    const fresh = { starting: false, problem: null, canShowEarlier: earlierTicket !== undefined }
    view.value = { is: 'before', draft: { ...draft, showEarlier: false, ...(text && { text }) }, ...fresh }
  }

  const refreshStatus = async () => {
    status.value = (await calls.status()) ?? status.value
  }
  /** Finds the chat that this device may have, or shows the start. */
  const restore = async () => {
    const [reply] = await Promise.all([calls.current(), refreshStatus()])
    if (!reply?.ok) view.value = { is: 'unreachable' }
    else if (reply.conversation) {
      parting.knowRating(reply.rating)
      enter(reply.conversation)
    } else showStart()
  }
  const clearDevice = () => {
    leave()
    outbox.clear()
    drafts.clear()
    compose('')
    settings.clear()
  }
  /** Clears this chat from the device: what the page keeps there at once, then the cookie. */
  const forget = async (keepsake: Keepsake | null = over()?.keepsake ?? null) => {
    clearDevice()
    view.value = { is: 'over', clearing: true, problem: null, keepsake }
    const reply = await calls.forget()
    if (!reply?.ok) {
      const problem = reply?.message ?? chatProblems.stillRemembered
      view.value = { is: 'over', clearing: false, problem, keepsake }
      return
    }
    tabs.tell('forgotten')
    earlierTicket = reply.ticket ?? earlierTicket
    const kept = keepsake && { ...keepsake, ticket: reply.ticket ?? keepsake.ticket }
    view.value = { is: 'over', clearing: false, problem: null, keepsake: kept }
  }

  tabs.listen((news) => {
    if (news === 'forgotten' && (view.value.is === 'talk' || view.value.is === 'unreachable')) {
      const unsent = composing.value
      clearDevice()
      view.value = { is: 'over', clearing: false, problem: null, keepsake: { ...nothingKept, unsent } }
    }
    if (news === 'started' && view.value.is === 'before' && !view.value.starting) {
      const { text } = drafts.load()
      // What was typed here for a start goes on into the chat that another tab began.
      void restore().then(() => {
        if (!talk() || text.trim() === '') return
        compose(text)
        drafts.clear()
      })
    }
  })

  return {
    view: view as ReadonlySignal<ChatView>,
    status: status as ReadonlySignal<HelpdeskStatus | null>,
    /** what is typed in a running chat and not sent, kept through a reload */
    composing: composing as ReadonlySignal<string>,
    compose,
    parting,
    settings: settings.current,
    restore,
    refreshStatus,
    /** Keeps what is filled in, through a reload. */
    keepDraft: (draft: StartDraft) => drafts.save(draft),
    /** Starts the chat with its first message. A second call while the first runs does nothing. */
    start: async (draft: StartDraft, pageFrom: string | undefined) => {
      const before = view.value
      if (before.is !== 'before' || before.starting) return
      drafts.save(draft)
      view.value = { ...before, draft, starting: true, problem: null }
      const reply = await calls.start(draft, pageFrom, earlierTicket)
      if (!reply?.ok) {
        const problem = reply?.message ?? chatProblems.notStarted
        view.value = { ...before, draft, starting: false, problem }
        return
      }
      const { clientMessageId, text } = draft
      batch(() => {
        outbox.save(reply.conversation.id, [{ clientMessageId, text, writtenAt: now(), problem: null }])
        drafts.clear()
        settings.change(easeIn(draft))
        parting.knowRating(null)
        earlierTicket = undefined
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
    /** Changes how the chat is on this device. The navigator hears of what concerns them. */
    changeSettings: (part: Partial<Settings>) => {
      settings.change(part)
      const conversation = talk()?.state.conversation
      if (!conversation || conversation.state === 'ended') return
      uses.follow(conversation.uses, settings.current.value)
    },
    /** Leaves an address for answers that come while no page is open. Gives what went wrong, a sentence, or null. */
    leaveAddress: async (email: string): Promise<string | null> => {
      const reply = await line?.connection.leaveAddress(email)
      if (!reply) return chatProblems.notLeft
      if (!reply.ok) return reply.message
      dispatch({ type: 'conversation', conversation: reply.conversation })
      return null
    },
    /** Ends the chat for both sides, then clears it from this device. The page alone keeps what is needed to say goodbye. */
    end: async () => {
      const before = talk()
      if (!before || !line) return
      view.value = { ...before, ending: true, endProblem: null }
      const reply = await line.connection.end()
      const after = talk()
      if (!after) return
      if (reply?.ok || reply?.code === 'ended' || reply?.code === 'not-found')
        return forget(await parting.gather(after.state, composing.value))
      view.value = { ...after, ending: false, endProblem: reply?.message ?? chatProblems.notEnded }
    },
    forget,
    /** The person leaves: the page lets go of what it held of an ended chat, so that no way back shows it. */
    letGo: () => {
      earlierTicket = undefined
      if (view.value.is === 'over') view.value = { ...view.value, keepsake: null }
      if (view.value.is === 'before') view.value = { ...view.value, canShowEarlier: false }
    },
    showStart,
  }
}

export type ChatParts = {
  calls: ChatCalls
  connect: Connect
  outbox: Outbox
  drafts: ReturnType<typeof createDraftKeeper>
  /** keeps what is typed, as long as the tab lives */
  store: TabStore
  settings: ReturnType<typeof createSettings>
  tabs: Tabs
  /** makes UUIDs */
  newId: () => string
  /** milliseconds, UTC */
  now: () => number
  isVisible: () => boolean
}
