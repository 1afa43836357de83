import { vi } from 'vitest'
import type { HelpdeskStatus, VisitorConversation } from '#protocol/visitor.ts'
import { createOutbox, openTabStore, type TabStore } from '../conversation/outbox.ts'
import type { ChatCalls } from './chat-calls.ts'
import { type ChatParts, createChatSession } from './chat-session.ts'
import type { VisitorConnection } from './connect.ts'
import type { ConversationEvent } from './conversation-state.ts'
import { createSettings } from './settings.ts'
import { createDraftKeeper, type StartDraft } from './start-draft.ts'

const helpdesk: HelpdeskStatus = {
  open: true,
  available: true,
  opensAt: null,
  closesAt: null,
  waiting: 1,
  expectedWaitMinutes: null,
  sentence: 'A navigator is here now.',
}
/** As the helpdesk gives a chat that has just begun. */
export const conversation: VisitorConversation = {
  id: 'c1',
  reference: 'LO-7KQ4-2M9X',
  channel: 'chat',
  state: 'waiting',
  visitorName: null,
  about: null,
  navigatorName: null,
  queuePosition: 1,
  emailLeft: false,
  blockedUntil: null,
  showsEarlier: false,
  callBack: false,
  uses: [],
  preferredContact: null,
  startedAt: 1,
  endedAt: null,
  lastSeq: 0,
  seenByNavigator: 0,
  seenByVisitor: 0,
  textRemoved: false,
  helpdesk,
}
/** What the helpdesk says when it cannot do it just now. */
export const refused = { ok: false, code: 'unavailable', message: 'Please try again.' } as const
/** A tab that keeps nothing beyond its memory. */
export const memoryOnly = () =>
  openTabStore(() => {
    throw new DOMException('denied', 'SecurityError')
  })

/** A session whose helpdesk answers as told; `tell` is what the line brings. */
export function openSession(answers: Partial<ChatCalls> = {}, store: TabStore = memoryOnly()) {
  const started: StartDraft[] = []
  const sent: string[] = []
  const news: unknown[] = []
  let tell: (event: ConversationEvent) => void = () => {}
  let hear: (news: unknown) => void = () => {}
  const connection: VisitorConnection = {
    send: async ({ text }) => {
      sent.push(text)
      return { ok: true, seq: sent.length, sentAt: 5 }
    },
    markSeen: async () => {},
    leaveAddress: async (email) =>
      email === 'kim@example.org'
        ? { ok: true, conversation: { ...conversation, emailLeft: true } }
        : refused,
    sayUses: vi.fn<VisitorConnection['sayUses']>(async (uses) => ({
      ok: true,
      conversation: { ...conversation, uses },
    })),
    end: vi.fn<VisitorConnection['end']>(async () => ({
      ok: true,
      conversation: { ...conversation, state: 'ended' },
    })),
    tellTyping: () => {},
    wake: vi.fn(),
    close: vi.fn(),
  }
  const parts: ChatParts = {
    calls: {
      status: async () => helpdesk,
      current: async () => ({ ok: true, conversation: null, rating: null }),
      start: async (draft) => {
        started.push(draft)
        return { ok: true, conversation }
      },
      forget: async () => ({ ok: true, ticket: 'ticket' }),
      copy: async () => 'all that was said',
      rate: async () => ({ ok: true }),
      emailLink: async () => ({ ok: true }),
      ...answers,
    },
    connect: ({ dispatch }) => {
      tell = dispatch
      return connection
    },
    outbox: createOutbox(store, 'outbox'),
    store,
    settings: createSettings(store),
    drafts: createDraftKeeper(store, () => crypto.randomUUID()),
    tabs: { tell: (each) => news.push(each), listen: (handle) => (hear = handle) },
    newId: () => crypto.randomUUID(),
    now: () => 1,
    isVisible: () => true,
  }
  const session = createChatSession(parts)
  return {
    ...{ session, connection, started, sent, news, parts },
    tell: (event: ConversationEvent) => tell(event),
    hear: (each: string) => hear(each),
    view: () => session.view.value,
    /** fills in the form and starts */
    async begin(text = 'hello') {
      await session.restore()
      const draft = { ...parts.drafts.load(), text }
      await session.start(draft, undefined)
      tell({ type: 'link', connection: { is: 'connected' } })
      return draft
    },
  }
}
