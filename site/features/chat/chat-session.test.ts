import { describe, expect, it, vi } from 'vitest'
import type { HelpdeskStatus, VisitorConversation } from '#protocol/visitor.ts'
import { eventually } from '../../../tests/support/eventually.ts'
import { createOutbox, openTabStore, type TabStore } from '../conversation/outbox.ts'
import type { ChatCalls } from './chat-calls.ts'
import { type ChatParts, createChatSession } from './chat-session.ts'
import type { VisitorConnection } from './connect.ts'
import type { ConversationEvent } from './conversation-state.ts'
import { createDraftKeeper, type StartDraft } from './start-draft.ts'

const helpdesk: HelpdeskStatus = {
  open: true,
  available: true,
  opensAt: null,
  closesAt: null,
  waiting: 0,
  expectedWaitMinutes: null,
  sentence: 'A navigator is here now.',
}
const conversation: VisitorConversation = {
  id: 'c1',
  reference: 'LO-7KQ4-2M9X',
  channel: 'chat',
  state: 'waiting',
  visitorName: null,
  about: null,
  navigatorName: null,
  queuePosition: 1,
  emailLeft: false,
  callBack: false,
  uses: [],
  preferredContact: null,
  startedAt: 1,
  endedAt: null,
  lastSeq: 0,
  seenByNavigator: 0,
  seenByVisitor: 0,
  helpdesk,
}
const refused = { ok: false, code: 'unavailable', message: 'Please try again.' } as const
const memoryOnly = () =>
  openTabStore(() => {
    throw new DOMException('denied', 'SecurityError')
  })

/** A session whose helpdesk answers as told; `tell` is what the line brings. */
function openSession(answers: Partial<ChatCalls> = {}, store: TabStore = memoryOnly()) {
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
      ...answers,
    },
    connect: ({ dispatch }) => {
      tell = dispatch
      return connection
    },
    outbox: createOutbox(store, 'outbox'),
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

describe('an address for the answer', () => {
  it('is left while waiting, and the page then says that it can be closed', async () => {
    const chat = openSession()
    expect(await chat.session.leaveAddress('kim@example.org')).toContain('your address is not stored')
    await chat.begin()
    expect(await chat.session.leaveAddress('lee@example.org')).toBe('Please try again.')
    expect(chat.view()).toMatchObject({ state: { conversation: { emailLeft: false } } })
    expect(await chat.session.leaveAddress('kim@example.org')).toBeNull()
    expect(chat.view()).toMatchObject({ state: { conversation: { emailLeft: true } } })
  })
})

describe('starting a chat', () => {
  it('twice, as a double click does, starts one', async () => {
    const chat = openSession()
    await chat.session.restore()
    const draft = { ...chat.parts.drafts.load(), text: 'hello' }
    await Promise.all([chat.session.start(draft, undefined), chat.session.start(draft, undefined)])
    expect(chat.started).toHaveLength(1)
  })

  it('that fails keeps what was typed, and tries again under the same id', async () => {
    const ids: string[] = []
    const chat = openSession({
      start: async ({ clientConversationId }) => {
        ids.push(clientConversationId)
        return ids.length === 1 ? null : { ok: true, conversation }
      },
    })
    const draft = await chat.begin()
    expect(chat.view()).toMatchObject({ is: 'before', draft: { text: 'hello' }, starting: false })
    await chat.session.start(draft, undefined)
    expect(chat.view().is).toBe('talk')
    expect(new Set(ids).size).toBe(1)
  })

  it('sends the first message once the line stands, and tells the other tabs', async () => {
    const chat = openSession()
    await chat.begin('hello')
    await eventually(() => expect(chat.sent).toEqual(['hello']))
    expect(chat.news).toEqual(['started'])
  })
})

describe('a reload', () => {
  it('goes on with the chat and sends what was not sent', async () => {
    const store = memoryOnly()
    createOutbox(store, 'outbox').save('c1', [
      { clientMessageId: 'a', text: 'not yet sent', writtenAt: 1, problem: null },
    ])
    const chat = openSession({ current: async () => ({ ok: true, conversation, rating: null }) }, store)
    await chat.session.restore()
    chat.tell({ type: 'link', connection: { is: 'connected' } })
    await eventually(() => expect(chat.sent).toEqual(['not yet sent']))
    expect(createOutbox(store, 'outbox').load('c1')).toEqual([])
  })

  it('while the helpdesk is down says so instead of starting anew', async () => {
    const chat = openSession({ current: async () => null })
    await chat.session.restore()
    expect(chat.view().is).toBe('unreachable')
  })
})

describe('a missing message', () => {
  it('is fetched as soon as a later one shows that it is missing', async () => {
    const chat = openSession()
    await chat.begin()
    chat.tell({
      type: 'message',
      message: { seq: 9, author: 'navigator', authorName: 'Sam', text: 'x', sentAt: 1, clientMessageId: 'z', card: null },
    })
    expect(chat.connection.wake).toHaveBeenCalledTimes(1)
  })
})

describe('ending the chat', () => {
  it('clears everything of it on this device, in other tabs too', async () => {
    const store = memoryOnly()
    const chat = openSession({}, store)
    await chat.begin()
    chat.session.write('last words')
    await chat.session.end()
    expect(chat.view()).toEqual({ is: 'over', clearing: false, problem: null })
    expect(createOutbox(store, 'outbox').load('c1')).toEqual([])
    expect(chat.connection.close).toHaveBeenCalled()
    expect(chat.news).toContain('forgotten')
  })

  it('that cannot reach the helpdesk keeps the chat and says so', async () => {
    const chat = openSession()
    await chat.begin()
    vi.mocked(chat.connection.end).mockResolvedValue(null)
    await chat.session.end()
    expect(chat.view()).toMatchObject({ is: 'talk', ending: false })
    expect(chat.view()).toHaveProperty('endProblem', expect.stringContaining('has not ended'))
  })

  it('says when this device could not be made to forget it', async () => {
    const chat = openSession({ forget: async () => refused })
    await chat.begin()
    await chat.session.end()
    expect(chat.view()).toEqual({ is: 'over', clearing: false, problem: 'Please try again.' })
  })

  it('in another tab clears this one', async () => {
    const chat = openSession()
    await chat.begin()
    chat.hear('forgotten')
    expect(chat.view().is).toBe('over')
  })
})
