import { afterEach, beforeEach, expect, it } from 'vitest'
import { addresses, currentConversationReply, forgetConversationReply } from '#protocol/http.ts'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { type MailServer, startMailServer } from '../tests/support/mail-server.ts'
import { publicUrl, startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'

const kim = 'kim@example.org'

describeOnBothEngines('when a visitor goes', (databases) => {
  let helpdesk: TestHelpdesk
  let post: MailServer
  beforeEach(async () => {
    post = await startMailServer()
    helpdesk = await startTestHelpdesk(await databases.open(), {}, post.url)
  })
  afterEach(async () => {
    await helpdesk.stop()
    await post.stop()
  })

  async function call(method: string, address: string, cookie: string, body?: object) {
    const response = await fetch(`${helpdesk.address}${address}`, {
      method,
      headers: { origin: publicUrl, cookie, ...(body && { 'content-type': 'application/json' }) },
      body: body ? JSON.stringify(body) : null,
    })
    return { status: response.status, json: await response.json() }
  }
  const rate = (cookie: string, said: object) => call('POST', addresses.rating, cookie, said)
  const current = async (cookie: string) =>
    currentConversationReply.parse((await call('GET', addresses.current, cookie)).json)
  async function ended(fields: object = {}) {
    const { cookie } = await helpdesk.start(fields)
    const visitor = await helpdesk.visitor(cookie)
    await visitor.emitWithAck('conversation:end', {})
    return cookie
  }
  async function forget(cookie: string) {
    const { json } = await call('DELETE', addresses.current, cookie)
    const reply = forgetConversationReply.parse(json)
    return reply.ok ? reply.ticket : null
  }
  async function letters() {
    await helpdesk.mail.deliverDue()
    return post.letters.map(({ to, source }) => ({
      to,
      subject: /^Subject: (.*)$/m.exec(source)?.[1]?.trim(),
    }))
  }

  it('they say how it was once it has ended, may change that, and it is stored once', async () => {
    const { cookie } = await helpdesk.start()
    expect((await rate(cookie, { helped: 'yes', ease: null })).status).toBe(409)
    const visitor = await helpdesk.visitor(cookie)
    await visitor.emitWithAck('conversation:end', {})
    expect((await rate(cookie, { helped: 'no', ease: null })).status).toBe(200)
    expect((await rate(cookie, { helped: 'partly', ease: 'easy' })).status).toBe(200)
    expect(await current(cookie)).toMatchObject({ rating: { helped: 'partly', ease: 'easy' } })
    expect((await rate(cookie, { helped: 'perhaps', ease: null })).json).toMatchObject({
      code: 'invalid',
      message: 'Choose one of the answers.',
    })
  })

  it('a device that forgot the conversation cannot open it, and its page can still rate it for an hour', async () => {
    const cookie = await ended()
    const ticket = await forget(cookie)
    expect(ticket).not.toBeNull()
    expect(await current(cookie)).toMatchObject({ conversation: null })
    expect(await current(`conversation=${ticket}`)).toMatchObject({ conversation: null })
    expect((await rate('', { ticket, helped: 'yes', ease: 'hard' })).status).toBe(200)
    expect((await rate('', { helped: 'yes', ease: null })).status).toBe(404)
    expect((await rate('', { ticket: `${ticket}x`, helped: 'yes', ease: null })).status).toBe(404)
    helpdesk.time.now += 60 * 60_000
    expect((await rate('', { ticket, helped: 'no', ease: null })).status).toBe(404)
    expect(await forget(cookie)).toBeNull()
  })

  it('a private link goes to the address that they give, or to the one that they had left', async () => {
    const ticket = await forget(await ended())
    const ask = (more: object) => call('POST', addresses.copyByEmail, '', { ticket, ...more })
    expect((await ask({})).json).toMatchObject({
      message: 'Enter the email address that we should write to.',
    })
    expect((await ask({ email: 'kim' })).status).toBe(400)
    expect((await ask({ email: kim })).status).toBe(200)
    expect((await ask({})).status).toBe(200)
    const subject = expect.stringMatching(/^Your link to the conversation \(LO-/)
    expect(await letters()).toEqual([
      { to: kim, subject },
      { to: kim, subject },
    ])
    expect(post.letters[0]?.source).toContain(`${publicUrl}/conversation/?link=`)
  })

  it('what another site’s page sends is refused', async () => {
    const ticket = await forget(await ended())
    const response = await fetch(`${helpdesk.address}${addresses.rating}`, {
      method: 'POST',
      headers: { origin: 'https://elsewhere.example', 'content-type': 'application/json' },
      body: JSON.stringify({ ticket, helped: 'yes', ease: null }),
    })
    expect(response.status).toBe(403)
  })
})

describeOnBothEngines('what visitors say before they start', (databases) => {
  let helpdesk: TestHelpdesk
  beforeEach(async () => {
    helpdesk = await startTestHelpdesk(await databases.open())
  })
  afterEach(() => helpdesk.stop())

  it('reaches the navigator: what helps them, and how they like to be answered', async () => {
    const desk = await helpdesk.navigator('Sam')
    const uses = ['Easy Read', 'An interpreter: Polish']
    const { cookie } = await helpdesk.start({
      uses,
      preferredContact: 'telephone',
      telephone: '01632 960 555',
    })
    const synced = await desk.emitWithAck('desk:sync', {})
    const told = { uses, preferredContact: 'telephone', callBack: true }
    expect(synced).toMatchObject({ conversations: [told] })

    const visitor = await helpdesk.visitor(cookie)
    const said = await visitor.emitWithAck('visitor:say-uses', { uses: ['Short sentences'] })
    expect(said).toMatchObject({ ok: true, conversation: { uses: ['Short sentences'] } })
    const after = await desk.emitWithAck('desk:sync', {})
    expect(after).toMatchObject({ conversations: [{ uses: ['Short sentences'] }] })
  })

  it('an email address that they leave is used for answers, and is promised by email at once', async () => {
    const { conversation } = await helpdesk.start({ preferredContact: 'email', email: kim })
    expect(conversation).toMatchObject({ emailLeft: true, preferredContact: 'email', callBack: false })
    await helpdesk.mail.deliverDue()
    expect(helpdesk.mailWritten()).toHaveLength(1)
  })

  it('nobody is asked by telephone or email without a number or an address', async () => {
    for (const preferredContact of ['email', 'telephone']) {
      const { response } = await helpdesk.requestStart({ preferredContact })
      expect(response.status).toBe(400)
    }
  })
})
