import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { type HelpdeskStatus, helpdeskStatusSchema } from '#protocol/visitor.ts'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { publicUrl, startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'

describeOnBothEngines('the message form, without JavaScript', (databases) => {
  let helpdesk: TestHelpdesk
  afterEach(() => helpdesk.stop())
  const start = async () => {
    helpdesk = await startTestHelpdesk(await databases.open())
  }

  async function send(
    fields: Record<string, string>,
    headers: Record<string, string> = { origin: publicUrl },
  ) {
    const body = new URLSearchParams({ clientConversationId: randomUUID(), ...fields })
    const response = await fetch(`${helpdesk.address}/message/`, { method: 'POST', body, headers })
    return { response, page: await response.text() }
  }

  it('says what to do in an emergency and who reads it when, before anything is sent', async () => {
    await start()
    helpdesk.time.now = Date.parse('2026-11-21T12:00:00Z')
    const page = await (await fetch(`${helpdesk.address}/message/`)).text()
    expect(page).toContain('This is not an emergency service')
    expect(page).toContain('<a href="tel:999">999</a>')
    expect(page).toContain('Nobody reads this until 9am on Monday 23 November.')
    expect(page).toContain('We keep what you say private unless someone may be at risk.')
    expect(page).toContain('This is not an emergency service')
    expect(page).toContain('We answer by the end of Tuesday 24 November.')
    expect(page).toContain('We keep what you say private unless someone may be at risk.')
    expect(page).toContain('We remove the text after 90 days.')
  })

  it('stores the message, gives a reference and shows it on the desk with the way to answer', async () => {
    await start()
    const { response, page } = await send({
      text: 'When does the bus come?',
      email: 'kim@example.org',
      name: 'Kim',
    })
    expect(response.status).toBe(200)
    const reference = /LO-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(page)?.[0]
    expect(page).toContain('We have your message')

    const sam = await helpdesk.navigator('Sam')
    const synced = await sam.emitWithAck('desk:sync', {})
    const line = synced.ok ? synced.conversations[0] : undefined
    expect(line).toMatchObject({
      reference,
      channel: 'message',
      visitorName: 'Kim',
      lastMessage: { text: 'When does the bus come?' },
    })
    const opened = await sam.emitWithAck('conversation:open', { conversationId: line?.id ?? '', lastSeq: 0 })
    expect(opened).toMatchObject({ ok: true, contact: { email: 'kim@example.org', telephone: null } })
  })

  it('takes from the page it was opened on what it is about, as plain text, and shows that on the desk', async () => {
    await start()
    const about = (words: string) =>
      fetch(`${helpdesk.address}/message/?${new URLSearchParams({ about: words })}`).then((page) =>
        page.text(),
      )
    expect(await about('A problem with “<Saturday> club”')).toContain(
      'value="A problem with “&lt;Saturday&gt; club”"',
    )
    expect(await about('x'.repeat(300))).toContain(`value="${'x'.repeat(200)}"`)
    const twice = await fetch(`${helpdesk.address}/message/?about=a&about=b`)
    expect(await twice.text()).toContain('name="about" type="text" autocomplete="off" value=""')

    await send({ text: 'It has moved.', about: 'Saturday club' })
    const sam = await helpdesk.navigator('Sam')
    const synced = await sam.emitWithAck('desk:sync', {})
    expect(synced.ok && synced.conversations.map((line) => line.about)).toEqual(['Saturday club'])
  })

  it('stores it once when Send is pressed twice', async () => {
    await start()
    const fields = { clientConversationId: randomUUID(), text: 'Hello' }
    const pages = await Promise.all([send(fields), send(fields)])
    const references = pages.map(({ page }) => /LO-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(page)?.[0])
    expect(references[0]).toBeDefined()
    expect(new Set(references).size).toBe(1)
    const sam = await helpdesk.navigator('Sam')
    const synced = await sam.emitWithAck('desk:sync', {})
    expect(synced.ok && synced.conversations.map(({ lastSeq }) => lastSeq)).toEqual([1])
  })

  it('stores a second message when the page is gone back to and its text is changed', async () => {
    await start()
    const id = randomUUID()
    const first = await send({ clientConversationId: id, text: 'Hello' })
    const second = await send({ clientConversationId: id, text: 'Hello, and one thing more' })
    const references = [first, second].map(({ page }) => /LO-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(page)?.[0])
    expect(references[1]).toBe(references[0])
    const sam = await helpdesk.navigator('Sam')
    const synced = await sam.emitWithAck('desk:sync', {})
    expect(synced.ok && synced.conversations).toMatchObject([
      { lastSeq: 2, lastMessage: { text: 'Hello, and one thing more' } },
    ])
  })

  it('lets a page that was open for long send on the second press', async () => {
    await start()
    const id = randomUUID()
    await send({ clientConversationId: id, text: 'Hello' })
    helpdesk.time.now += 11 * 60_000
    const { response, page } = await send({ clientConversationId: id, text: 'Another day' })
    expect(response.status).toBe(404)
    expect(page).toContain('This page was open for a long time. Press Send once more.')
    expect(page).toContain('Another day</textarea>')
    const fresh = /name="clientConversationId" value="([^"]+)"/.exec(page)?.[1] ?? ''
    expect(fresh).not.toBe(id)
    expect((await send({ clientConversationId: fresh, text: 'Another day' })).response.status).toBe(200)
  })

  it('shows navigators nothing that would let them write as the family', async () => {
    await start()
    const { page } = await send({ text: 'Hello' })
    const sam = await helpdesk.navigator('Sam')
    const synced = await sam.emitWithAck('desk:sync', {})
    const conversationId = (synced.ok && synced.conversations[0]?.id) || ''
    const opened = await sam.emitWithAck('conversation:open', { conversationId, lastSeq: 0 })
    const clientConversationId = opened.ok && opened.messages[0]?.clientMessageId
    expect(clientConversationId).toBeTruthy()
    const { reply } = await helpdesk.requestStart({ clientConversationId })
    expect(reply.ok && page.includes(reply.conversation.reference)).toBe(false)
  })

  it('says what is wrong, beside the field and on top, and keeps what was typed', async () => {
    await start()
    const { response, page } = await send({ text: 'A <b>long</b> story', email: 'kim', telephone: 'later' })
    expect(response.status).toBe(400)
    expect(page).toContain('<title>Error: Send us a message</title>')
    expect(page).toContain(
      '<a href="#email">Enter an email address in the right form, like name@example.org.</a>',
    )
    expect(page).toContain('id="telephone-error"')
    expect(page).toContain('A &lt;b&gt;long&lt;/b&gt; story</textarea>')
    expect(page).toContain('value="kim"')
  })

  it('asks for a message when there is none', async () => {
    await start()
    const { page } = await send({ text: ' ' })
    expect(page).toContain('<a href="#text">Write your message first.</a>')
  })

  it('is not sent by pages of other sites', async () => {
    await start()
    const { response } = await send({ text: 'Hello' }, { origin: 'https://evil.example' })
    expect(response.status).toBe(403)
  })

  describe('GET /api/helpdesk-status', () => {
    it('tells only what is true', async () => {
      await start()
      const status = async (): Promise<HelpdeskStatus> =>
        helpdeskStatusSchema.parse(await (await fetch(`${helpdesk.address}/api/helpdesk-status`)).json())
      expect(await status()).toMatchObject({
        open: true,
        available: false,
        expectedWaitMinutes: null,
        waiting: 0,
      })
      const sam = await helpdesk.navigator('Sam')
      expect(await status()).toMatchObject({ available: false })
      await sam.emitWithAck('availability:set', { available: true })
      expect(await status()).toMatchObject({ available: true, sentence: 'A navigator is here now.' })
      helpdesk.time.now += 31_000
      expect(await status()).toMatchObject({ available: false })
    })
  })

  it('becomes the channel of a chat that is begun when nobody is there', async () => {
    await start()
    helpdesk.time.now = Date.parse('2026-11-21T12:00:00Z')
    const { conversation } = await helpdesk.start()
    expect(conversation).toMatchObject({ channel: 'message', queuePosition: null })
    expect(conversation.helpdesk.sentence).toBe('Nobody reads this until 9am on Monday 23 November.')
  })
})
