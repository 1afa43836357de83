import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { type MailServer, startMailServer } from '../tests/support/mail-server.ts'
import { type DeskClient, publicUrl, startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'

const kim = 'kim@example.org'

describeOnBothEngines('emails to families', (databases) => {
  let helpdesk: TestHelpdesk
  let post: MailServer
  beforeEach(async () => {
    post = await startMailServer()
    helpdesk = await startTestHelpdesk(await databases.open(), { lettersPerMailbox: 3 }, post.url)
  })
  afterEach(async () => {
    await helpdesk.stop()
    await post.stop()
  })

  async function sendForm(fields: Record<string, string>) {
    const body = new URLSearchParams({ clientConversationId: randomUUID(), ...fields })
    const headers = { origin: publicUrl }
    const response = await fetch(`${helpdesk.address}/message/`, { method: 'POST', body, headers })
    return { status: response.status, page: await response.text() }
  }
  /** What has come, newest last, each with its subject. */
  async function delivered() {
    await helpdesk.mail.deliverDue()
    return post.letters.map(({ to, source }) => ({
      to,
      source,
      subject: /^Subject: (.*)$/m.exec(source)?.[1]?.trim() ?? '',
    }))
  }
  async function nobodyConnected() {
    const connections = 'local_offer_helpdesk_connections{side="visitor"} 0'
    await expect.poll(() => helpdesk.registry.metrics(), { timeout: 5_000 }).toContain(connections)
  }
  async function claimFirst(desk: DeskClient) {
    const synced = await desk.emitWithAck('desk:sync', {})
    const conversationId = (synced.ok && synced.conversations[0]?.id) || ''
    await desk.emitWithAck('conversation:claim', { conversationId })
    return (text: string) =>
      desk.emitWithAck('message:send', { conversationId, clientMessageId: randomUUID(), text })
  }

  it('say that a message has come: a reference, the promised day and a private link, and nothing of what it says', async () => {
    const { page } = await sendForm({
      text: 'My daughter Ada cannot sleep.',
      about: 'Sleep',
      name: 'Kim Lee',
      email: kim,
    })
    expect(page).toContain('We have sent you an email with a private link.')
    const [letter, ...more] = await delivered()
    expect(more).toEqual([])
    const reference = /LO-[A-Z0-9]{4}-[A-Z0-9]{4}/.exec(page)?.[0]
    expect(letter).toMatchObject({ to: kim, subject: `We have your message (${reference})` })
    expect(letter?.source).toContain('We answer by the end of Wednesday 25 November.')
    expect(letter?.source).toMatch(/^http:\/\/localhost:8080\/conversation\/\?link=[\w-]{43}\r?$/m)
    expect(letter?.source).toContain('It works until Sunday 21 February.')
    expect(letter?.source).not.toMatch(/Ada|daughter|Sleep|Kim Lee/)
    expect(helpdesk.logged.join('')).not.toMatch(/kim@|link=/)
  })

  it('say it once when Send is pressed twice, and not at all without an address', async () => {
    const fields = { clientConversationId: randomUUID(), text: 'Hello', email: kim }
    await Promise.all([sendForm(fields), sendForm(fields)])
    await sendForm({ text: 'Hello' })
    expect(await delivered()).toHaveLength(1)
  })

  it('tell of an answer once until it was read, however much the navigator writes', async () => {
    const { cookie } = await helpdesk.start({ name: 'Kim' })
    const visitor = await helpdesk.visitor(cookie)
    const left = await visitor.emitWithAck('visitor:leave-address', { email: kim })
    expect(left).toMatchObject({ ok: true, conversation: { emailLeft: true } })
    const write = await claimFirst(await helpdesk.navigator('Sam'))
    await write('I am here now, Kim.')
    expect((await delivered()).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^We will email you/),
    ])

    visitor.disconnect()
    await nobodyConnected()
    await write('Ask for a needs assessment.')
    await write('And keep a copy.')
    const letters = await delivered()
    expect(letters.map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^We will email you/),
      expect.stringMatching(/^You have a reply/),
    ])
    expect(letters[1]?.source).not.toMatch(/assessment|Sam|Kim/)

    const back = await helpdesk.visitor(cookie)
    const synced = await back.emitWithAck('conversation:sync', { lastSeq: 0 })
    await back.emitWithAck('seen', { seq: synced.ok ? synced.conversation.lastSeq : 0 })
    back.disconnect()
    await nobodyConnected()
    await write('One thing more.')
    expect(await delivered()).toHaveLength(3)
  })

  it('tell of an answer that came just before the page was closed', async () => {
    const { cookie } = await helpdesk.start()
    const visitor = await helpdesk.visitor(cookie)
    await visitor.emitWithAck('visitor:leave-address', { email: kim })
    const write = await claimFirst(await helpdesk.navigator('Sam'))
    await write('Hello')
    helpdesk.time.now += 61_000
    await helpdesk.helpdesk.makeRound()
    expect(await delivered()).toHaveLength(1)
    visitor.disconnect()
    await nobodyConnected()
    await helpdesk.helpdesk.makeRound()
    await helpdesk.helpdesk.makeRound()
    expect((await delivered()).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^We will email you/),
      expect.stringMatching(/^You have a reply/),
    ])
  })

  it('go to a corrected address, and the link that went to the first one opens nothing any more', async () => {
    const { cookie } = await helpdesk.start()
    const visitor = await helpdesk.visitor(cookie)
    await visitor.emitWithAck('visitor:leave-address', { email: 'kimm@example.org' })
    await visitor.emitWithAck('visitor:leave-address', { email: kim })
    await visitor.emitWithAck('visitor:leave-address', { email: kim })
    const letters = await delivered()
    expect(letters.map(({ to }) => to)).toEqual(['kimm@example.org', kim])
    const [first, second] = letters.map(({ source }) => /\/conversation\/\?link=[\w-]+/.exec(source)?.[0])
    expect((await fetch(`${helpdesk.address}${first}`)).status).toBe(404)
    expect((await fetch(`${helpdesk.address}${second}`)).status).toBe(200)
  })

  it('do not fill a mailbox: after some, a message needs to leave the address out or wait', async () => {
    for (const text of ['One', 'Two', 'Three'])
      expect((await sendForm({ text, email: kim })).status).toBe(200)
    const refused = await sendForm({ text: 'Four', email: 'KIM@example.org' })
    expect(refused.status).toBe(429)
    expect(refused.page).toContain('Many emails went to this address.')
    expect(refused.page).toContain('Four</textarea>')
    expect((await sendForm({ text: 'Four', email: 'lee@example.org' })).status).toBe(200)
  })

  it('refuses what is no address, and an address for a chat that has ended', async () => {
    const { cookie } = await helpdesk.start()
    const visitor = await helpdesk.visitor(cookie)
    expect(await visitor.emitWithAck('visitor:leave-address', { email: 'kim' })).toMatchObject({
      ok: false,
      message: 'Enter an email address in the right form, like name@example.org.',
    })
    await visitor.emitWithAck('conversation:end', {})
    expect(await visitor.emitWithAck('visitor:leave-address', { email: kim })).toMatchObject({
      code: 'ended',
    })
    expect(await delivered()).toEqual([])
  })

  it('show the navigator who wants to be rung, and when', async () => {
    const { page } = await sendForm({
      text: 'Please tell me about Portage.',
      callBack: 'yes',
      telephone: '01632 960 555',
      callBackWhen: 'after 4pm',
    })
    expect(page).toContain('You asked us to ring you.')
    const desk = await helpdesk.navigator('Sam')
    const synced = await desk.emitWithAck('desk:sync', {})
    const line = synced.ok ? synced.conversations[0] : undefined
    expect(line).toMatchObject({ callBack: true })
    expect(JSON.stringify(line)).not.toContain('960 555')
    const opened = await desk.emitWithAck('conversation:open', { conversationId: line?.id ?? '', lastSeq: 0 })
    expect(opened).toMatchObject({ contact: { telephone: '01632 960 555', callBackWhen: 'after 4pm' } })
  })
})
