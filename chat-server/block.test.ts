import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { addresses } from '#protocol/http.ts'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { eventually } from '../tests/support/eventually.ts'
import { leadOfArea } from './concerns.fixture.ts'
import {
  type DeskClient,
  listenAsVisitor,
  publicUrl,
  startTestHelpdesk,
  type TestHelpdesk,
} from './helpdesk.fixture.ts'

const day = 24 * 60 * 60_000

describeOnBothEngines('blocking against abuse', (databases) => {
  let helpdesk: TestHelpdesk
  let sam: DeskClient
  let lee: DeskClient
  beforeEach(async () => {
    helpdesk = await startTestHelpdesk(await databases.open(), { startsWhereBlocked: 2 })
    sam = await helpdesk.navigator('Sam')
    lee = await helpdesk.navigator('Lee', leadOfArea)
  })
  afterEach(() => helpdesk.stop())

  /** A visitor who is with Sam. */
  async function visitorWithSam() {
    const { cookie, conversation } = await helpdesk.start({ name: 'Max' })
    const conversationId = conversation.id
    await sam.emitWithAck('conversation:claim', { conversationId })
    return { cookie, conversationId, reason: 'Threats' }
  }
  const block = (conversationId: string, by = sam) =>
    by.emitWithAck('conversation:block', { conversationId, reason: 'Threats' })
  const startWith = async (cookie: string) => (await helpdesk.requestStart({}, { cookie })).reply
  async function sendForm(cookie: string) {
    const body = new URLSearchParams({ clientConversationId: randomUUID(), text: 'Kept words' })
    const headers = { origin: publicUrl, cookie }
    const response = await fetch(`${helpdesk.address}/message/`, { method: 'POST', body, headers })
    return { status: response.status, page: await response.text() }
  }

  it('ends the conversation with a calm sentence that keeps every other way open', async () => {
    const { cookie, conversationId } = await visitorWithSam()
    const max = await helpdesk.visitor(cookie)
    const heard = listenAsVisitor(max)
    const blocked = await block(conversationId)
    expect(blocked.ok && blocked.conversation).toMatchObject({
      state: 'ended',
      block: { until: helpdesk.time.now + day, reason: 'Threats' },
    })
    await eventually(() => expect(heard.conversations.at(-1)?.state).toBe('ended'))
    expect(heard.conversations.at(-1)?.blockedUntil).toBe(helpdesk.time.now + day)
    expect(heard.messages.at(-1)?.text).toBe(
      `We have ended this conversation because of what was written. This device can start another from midday tomorrow. If someone is in danger, call 999 now. You can still call us on ${helpdesk.area.contact.telephone}.`,
    )
    expect(JSON.stringify(heard)).not.toContain('Threats')
    const again = { clientMessageId: randomUUID(), text: 'More' }
    expect(await max.emitWithAck('message:send', again)).toMatchObject({ ok: false, code: 'ended' })
    const deeds = (await helpdesk.audit.read()).map(({ actor, action }) => `${actor} ${action}`)
    expect(deeds).toContain('sam conversation-block')
  })

  it('lets that device begin nothing for a day, by chat or by form, and shows what it wrote and whom to call', async () => {
    const { cookie, conversationId } = await visitorWithSam()
    await block(conversationId)
    const refused = await startWith(cookie)
    expect(refused).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(!refused.ok && refused.message).toContain('call 999')
    const form = await sendForm(cookie)
    expect(form.status).toBe(403)
    expect(form.page).toContain('Kept words')
    expect(form.page).toContain(helpdesk.area.contact.telephone)
    helpdesk.time.now += day
    expect(await startWith(cookie)).toMatchObject({ ok: true })
  })

  it('holds when the device clears the chat, by a cookie that opens nothing', async () => {
    const { cookie, conversationId } = await visitorWithSam()
    await block(conversationId)
    const cleared = await fetch(`${helpdesk.address}${addresses.current}`, {
      ...{ method: 'DELETE', headers: { cookie, origin: publicUrl } },
    })
    const left = cleared.headers.getSetCookie().map((line) => line.split(';')[0] ?? '')
    expect(left).toEqual([`paused=${conversationId}`, 'conversation='])
    const current = await fetch(`${helpdesk.address}${addresses.current}`, {
      headers: { cookie: left.join('; ') },
    })
    expect(await current.json()).toMatchObject({ conversation: null })
    expect(await startWith(left.join('; '))).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(await startWith('paused=../../etc')).toMatchObject({ ok: true })
  })

  it('never shuts out others at the same address; they begin more slowly for a while', async () => {
    const { cookie, conversationId } = await visitorWithSam()
    await helpdesk.visitor(cookie)
    await block(conversationId)
    const others = [await startWith(''), await startWith(''), await startWith('')]
    expect(others.map(({ ok }) => ok)).toEqual([true, true, false])
    expect(others[2]).toMatchObject({ code: 'slow-down' })
  })

  it('is lifted by leads alone', async () => {
    const { cookie, conversationId } = await visitorWithSam()
    await block(conversationId)
    expect(await sam.emitWithAck('conversation:unblock', { conversationId })).toMatchObject({
      code: 'not-allowed',
    })
    const lifted = await lee.emitWithAck('conversation:unblock', { conversationId })
    expect(lifted.ok && lifted.conversation.block).toBeNull()
    expect(await startWith(cookie)).toMatchObject({ ok: true })
    const deeds = (await helpdesk.audit.read()).map(({ actor, action }) => `${actor} ${action}`)
    expect(deeds).toContain('lee conversation-unblock')
  })

  it('waits for a lead while a concern is open: somebody may be at risk', async () => {
    const { conversationId } = await visitorWithSam()
    const concern = {
      clientConcernId: randomUUID(),
      conversationId,
      about: 'child' as const,
      reason: 'A worry',
    }
    await sam.emitWithAck('concern:raise', concern)
    const refused = await block(conversationId)
    expect(refused).toMatchObject({ ok: false, code: 'not-allowed' })
    expect(!refused.ok && refused.message).toContain('Only a lead may block now')
    const opened = await sam.emitWithAck('conversation:open', { conversationId, lastSeq: 0 })
    expect(opened.ok && opened.conversation.state).toBe('with-navigator')
    expect(await block(conversationId, lee)).toMatchObject({ ok: true })
  })

  it('is done once, also after the end, and needs a reason', async () => {
    const { conversationId } = await visitorWithSam()
    const nothing = await sam.emitWithAck('conversation:block', { conversationId, reason: ' ' })
    expect(nothing).toMatchObject({ ok: false, message: 'Choose a reason, or write one.' })
    await sam.emitWithAck('conversation:end', { conversationId })
    await block(conversationId)
    const second = await block(conversationId)
    expect(second.ok && second.conversation.lastSeq).toBe(3)
  })
})
