import { describe, expect, it, vi } from 'vitest'
import type { VisitorConversation } from '#protocol/visitor.ts'
import { eventually } from '../../../tests/support/eventually.ts'
import { createOutbox } from '../conversation/outbox.ts'
import { conversation, memoryOnly, openSession } from './chat-session.fixture.ts'

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

describe('the chat that this page had before', () => {
  it('goes along with the next one only where the box is ticked, and not after the page was left', async () => {
    const tickets: (string | undefined)[] = []
    const chat = openSession({
      start: async ({ showEarlier }, _pageFrom, earlierTicket) => {
        tickets.push(showEarlier ? earlierTicket : undefined)
        return { ok: true, conversation }
      },
      forget: async () => ({ ok: true, ticket: 'ticket' }),
    })
    const again = async (showEarlier: boolean) => {
      await chat.session.forget()
      chat.session.showStart()
      expect(chat.view()).toMatchObject({ canShowEarlier: true, draft: { showEarlier: false } })
      await chat.session.start({ ...chat.parts.drafts.load(), text: 'hello', showEarlier }, undefined)
    }
    await chat.begin()
    await again(true)
    await again(false)
    expect(tickets).toEqual([undefined, 'ticket', undefined])
    await chat.session.forget()
    chat.session.letGo()
    chat.session.showStart()
    expect(chat.view()).toMatchObject({ canShowEarlier: false })
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
