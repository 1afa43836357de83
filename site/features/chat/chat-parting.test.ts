import { describe, expect, it, vi } from 'vitest'
import type { TabStore } from '../conversation/outbox.ts'
import { conversation, openSession, refused } from './chat-session.fixture.ts'

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
