import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { addresses, forgetConversationReply } from '#protocol/http.ts'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { openWithConcern, type WithConcern, worrying } from './concerns.fixture.ts'
import { publicUrl } from './helpdesk.fixture.ts'

describeOnBothEngines('what a visitor lets us see of before', (databases) => {
  let house: WithConcern
  afterEach(() => house.helpdesk.stop())

  /** Kim had a chat with Sam, which has ended. */
  async function begin() {
    house = await openWithConcern(await databases.open())
    const { helpdesk, sam, lee, cookie, conversationId } = house
    await sam.emitWithAck('conversation:end', { conversationId })
    const forget = async () => {
      const options = { method: 'DELETE', headers: { cookie, origin: publicUrl } }
      const response = await fetch(`${helpdesk.address}${addresses.current}`, options)
      const reply = forgetConversationReply.parse(await response.json())
      return reply.ok ? (reply.ticket ?? undefined) : undefined
    }
    const read = (id: string, desk = sam) =>
      desk.emitWithAck('earlier:read', { conversationId: id, lastSeq: 0 })
    return { ...house, sam, lee, forget, read }
  }

  it('is the chat that this very page had, when they tick the box: to read only, and each time is recorded', async () => {
    const { helpdesk, forget, read, audited } = await begin()
    const ticket = await forget()
    const { conversation } = await helpdesk.start({ earlierTicket: ticket })
    expect(conversation.showsEarlier).toBe(true)
    const earlier = await read(conversation.id)
    expect(earlier).toMatchObject({ ok: true, visitorName: 'Kim', more: false })
    expect(earlier.ok && earlier.messages.map(({ text }) => text)).toContain(worrying)
    expect(await audited()).toContain('sam earlier-read')
  })

  it('is recorded also when somebody asks for a later part of it first', async () => {
    const { helpdesk, sam, forget, audited } = await begin()
    const { conversation } = await helpdesk.start({ earlierTicket: await forget() })
    const read = await sam.emitWithAck('earlier:read', { conversationId: conversation.id, lastSeq: 1 })
    expect(read).toMatchObject({ ok: true })
    expect(await audited()).toContain('sam earlier-read')
  })

  it('is nothing without the box, with a ticket that was made up or whose hour is over', async () => {
    const { helpdesk, forget, read } = await begin()
    const ticket = await forget()
    helpdesk.time.now += 61 * 60_000
    for (const fields of [{}, { earlierTicket: 'made-up' }, { earlierTicket: ticket }]) {
      const { conversation } = await helpdesk.start(fields)
      expect(conversation.showsEarlier).toBe(false)
      expect(await read(conversation.id)).toMatchObject({ ok: false, code: 'not-found' })
    }
  })

  it('stays behind the hold of a concern, except for leads', async () => {
    const { helpdesk, forget, read, raise, lee, alex } = await begin()
    const { conversation } = await helpdesk.start({ earlierTicket: await forget() })
    await raise(alex)
    expect(await read(conversation.id, alex)).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(await read(conversation.id, lee)).toMatchObject({ ok: true })
  })

  it('is on the plain form too, where the cookie opens the conversation', async () => {
    const { helpdesk, cookie, read, sam } = await begin()
    const form = `${helpdesk.address}${addresses.messageForm}`
    const post = (fields: Record<string, string>, headers: Record<string, string>) =>
      fetch(form, {
        method: 'POST',
        headers: { origin: publicUrl, ...headers },
        body: new URLSearchParams({
          clientConversationId: randomUUID(),
          text: 'It is about the same',
          ...fields,
        }),
      })
    const shown = await (await fetch(form, { headers: { cookie } })).text()
    expect(shown).toContain('Let the navigator see what we wrote before')
    expect(await (await fetch(form)).text()).not.toContain('see what we wrote before')

    await post({ showEarlier: 'yes' }, { cookie })
    await post({ showEarlier: 'yes' }, {})
    await post({}, { cookie })
    const synced = await sam.emitWithAck('desk:sync', {})
    const lines = synced.ok ? synced.conversations.toSorted((one, other) => one.arrival - other.arrival) : []
    const messages = lines.filter(({ channel }) => channel === 'message')
    expect(messages.map(({ showsEarlier }) => showsEarlier)).toEqual([true, false, false])
    expect(await read(messages[0]?.id ?? '')).toMatchObject({ ok: true, visitorName: 'Kim' })
  })
})
