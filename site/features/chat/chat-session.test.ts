import { describe, expect, it, vi } from 'vitest'
import type { HelpdeskStatus, VisitorConversation } from '#protocol/visitor.ts'
import { eventually } from '../../../tests/support/eventually.ts'
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
      message: {
        seq: 9,
        author: 'navigator',
        authorName: 'Sam',
        text: 'x',
        sentAt: 1,
        clientMessageId: 'z',
        card: null,
      },
    })
    expect(chat.connection.wake).toHaveBeenCalledTimes(1)
  })
})

describe('ending the chat', () => {
  it('clears everything of it on this device, in other tabs too; the page alone keeps what it offers', async () => {
    const kept = new Map<string, string>()
    const store: TabStore = {
      read: (key) => kept.get(key) ?? null,
      write: (key, text) => kept.set(key, text),
      remove: (key) => kept.delete(key),
    }
    const chat = openSession({}, store)
    await chat.begin()
    chat.session.changeSettings({ plain: true, sound: true })
    chat.session.write('last words')
    chat.session.compose('half a sen')
    await chat.session.end()
    expect(chat.view()).toMatchObject({
      is: 'over',
      clearing: false,
      problem: null,
      keepsake: {
        ticket: 'ticket',
        copy: { reference: 'LO-7KQ4-2M9X', text: 'all that was said' },
        unsent: expect.stringContaining('half a sen'),
      },
    })
    expect([...kept]).toEqual([])
    expect(chat.connection.close).toHaveBeenCalled()
    expect(chat.news).toContain('forgotten')
    chat.session.letGo()
    expect(chat.view()).toMatchObject({ is: 'over', keepsake: null })
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
    expect(chat.view()).toMatchObject({ is: 'over', clearing: false, problem: 'Please try again.' })
  })

  it('in another tab clears this one, and shows what was typed here once more', async () => {
    const chat = openSession()
    await chat.begin()
    chat.session.compose('I was just writing')
    chat.hear('forgotten')
    expect(chat.view()).toMatchObject({
      is: 'over',
      keepsake: { ticket: null, unsent: 'I was just writing' },
    })
    expect(chat.session.composing.value).toBe('')
  })

  it('lets the visitor say how it was, with the cookie before the device forgot it and with the ticket after', async () => {
    const tickets: (string | undefined)[] = []
    const chat = openSession({
      rate: async (_, ticket) => {
        tickets.push(ticket)
        return tickets.length === 2 ? refused : { ok: true }
      },
    })
    await chat.begin()
    chat.tell({ type: 'conversation', conversation: { ...conversation, state: 'ended' } })
    expect(await chat.session.parting.rate({ helped: 'no', ease: null })).toBeNull()
    await chat.session.forget({ ticket: null, copy: null, emailLeft: false, messages: [], unsent: '' })
    expect(await chat.session.parting.rate({ helped: 'yes', ease: null })).toBe('Please try again.')
    expect(chat.session.parting.rating.value).toEqual({ helped: 'no', ease: null })
    expect(await chat.session.parting.rate({ helped: 'yes', ease: 'easy' })).toBeNull()
    expect(tickets).toEqual([undefined, 'ticket', 'ticket'])
    expect(chat.session.parting.rating.value).toEqual({ helped: 'yes', ease: 'easy' })
  })
})

describe('what makes the chat easier', () => {
  it('follows what was said before the start, and the navigator hears of changes, also after a bad line', async () => {
    const chat = openSession()
    await chat.session.restore()
    await chat.session.start({ ...chat.parts.drafts.load(), text: 'hello', uses: ['Easy Read'] }, undefined)
    expect(chat.session.settings.value).toEqual({ plain: true, symbols: true, sound: false })
    vi.mocked(chat.connection.sayUses).mockResolvedValueOnce(null)
    chat.session.changeSettings({ symbols: false })
    await eventually(() => expect(chat.connection.sayUses).toHaveBeenCalledTimes(1))
    chat.tell({ type: 'link', connection: { is: 'connected' } })
    await eventually(() => expect(chat.connection.sayUses).toHaveBeenCalledTimes(2))
    expect(chat.connection.sayUses).toHaveBeenLastCalledWith(['Short sentences'])
  })

  it('a sound alone concerns nobody else', async () => {
    const chat = openSession()
    await chat.begin()
    chat.session.changeSettings({ sound: true })
    expect(chat.connection.sayUses).not.toHaveBeenCalled()
  })
})

describe('several tabs', () => {
  it('what was typed for a start in one tab goes on into the chat that another began', async () => {
    let current: VisitorConversation | null = null
    const chat = openSession({ current: async () => ({ ok: true, conversation: current, rating: null }) })
    await chat.session.restore()
    chat.session.keepDraft({ ...chat.parts.drafts.load(), text: 'typed here' })
    current = conversation
    chat.hear('started')
    await eventually(() => expect(chat.view().is).toBe('talk'))
    await eventually(() => expect(chat.session.composing.value).toBe('typed here'))
  })
})
