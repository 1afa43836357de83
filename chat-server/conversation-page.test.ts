import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { type ByLink, openByLink } from './by-link.fixture.ts'

describeOnBothEngines('a conversation by private link, without JavaScript', (databases) => {
  let kim: ByLink
  beforeEach(async () => {
    kim = await openByLink(await databases.open())
  })
  afterEach(() => kim.helpdesk.stop())

  it('is read and continued; the navigator sees the answer and that theirs was read', async () => {
    const cookie = await kim.openLink(kim.secret)
    const { sam, write, conversationId } = await kim.take()
    await write('You can ask the sleep clinic: https://example.org/sleep.\n<b>Today</b>')
    const read = await kim.get('/conversation/', cookie)
    expect(read.page).toContain('Sam (navigator)')
    expect(read.page).toContain('&lt;b&gt;Today&lt;/b&gt;')
    expect(read.page).toContain('<a href="https://example.org/sleep" rel="noopener noreferrer nofollow">')
    expect(read.page).toContain('midday on Monday 23 November 2026')
    const fields = {
      clientMessageId: /name="clientMessageId" value="([^"]+)"/.exec(read.page)?.[1] ?? '',
      text: 'Thank you!',
    }
    const [once, twice] = [
      await kim.post('/conversation/answer/', fields, cookie),
      await kim.post('/conversation/answer/', fields, cookie),
    ]
    expect([once.status, twice.status]).toEqual([303, 303])
    const after = await kim.get(once.response.headers.get('location') ?? '', cookie)
    expect(after.page).toContain('<title>We have your answer – Your conversation</title>')
    expect(after.page.match(/Thank you!/g)).toHaveLength(1)

    const opened = await sam.emitWithAck('conversation:open', { conversationId, lastSeq: 0 })
    expect(opened.ok && opened.messages.map(({ author, text }) => [author, text])).toEqual([
      ['visitor', 'My daughter cannot sleep.'],
      ['notice', expect.stringContaining('Sam has joined')],
      ['navigator', expect.stringContaining('<b>Today</b>')],
      ['visitor', 'Thank you!'],
    ])
    expect(opened.ok && opened.conversation.seenByVisitor).toBe(3)
  })

  it('keeps what was typed, whatever is wrong', async () => {
    const cookie = await kim.openLink(kim.secret)
    const answer = (text: string, from = cookie) =>
      kim.post('/conversation/answer/', { clientMessageId: randomUUID(), text }, from)
    const empty = await answer(' ')
    expect(empty.status).toBe(400)
    expect(empty.page).toContain('<title>Error: Your conversation</title>')
    expect(empty.page).toContain('<a href="#text">Write your message first.</a>')
    for (const text of ['One', 'Two']) expect((await answer(text)).status).toBe(303)
    await answer('Three')
    const fast = await answer('Four')
    expect(fast.status).toBe(429)
    expect(fast.page).toContain('Four</textarea>')

    const gone = await answer('Written for long', 'conversation=unknown')
    expect(gone.status).toBe(404)
    expect(gone.page).toContain('Written for long</textarea>')
    expect(gone.page).toContain('Send it as a new message')
  })

  it('can be read after its end, and what was being written goes on as a new message', async () => {
    const cookie = await kim.openLink(kim.secret)
    const { sam, conversationId } = await kim.take()
    await sam.emitWithAck('conversation:end', { conversationId })
    const { page } = await kim.get('/conversation/', cookie)
    expect(page).toContain('This conversation has ended.')
    expect(page).toContain('My daughter cannot sleep.')
    expect(page).not.toContain('action="/conversation/answer/"')
    const late = await kim.post(
      '/conversation/answer/',
      { clientMessageId: randomUUID(), text: 'Too late?' },
      cookie,
    )
    expect(late.status).toBe(409)
    expect(late.page).toContain('Too late?</textarea>')
    expect(late.page).toContain('<form method="post" action="/message/"')
  })

  it('takes the wish to be rung, once, and shows it on the desk', async () => {
    const cookie = await kim.openLink(kim.secret)
    const without = await kim.post('/conversation/call-back/', { telephone: ' ' }, cookie)
    expect(without.page).toContain('<a href="#telephone">Enter the telephone number that we should ring.</a>')
    const wish = { telephone: '01632 960 555', callBackWhen: 'after 4pm' }
    expect((await kim.post('/conversation/call-back/', wish, cookie)).status).toBe(303)
    expect((await kim.post('/conversation/call-back/', wish, cookie)).status).toBe(303)
    const opened = await (await kim.take()).open()
    expect(opened).toMatchObject({
      conversation: { callBack: true },
      contact: { telephone: '01632 960 555', callBackWhen: 'after 4pm' },
    })
    const notices = opened.ok ? opened.messages.filter(({ text }) => text.includes('telephone call')) : []
    expect(notices).toHaveLength(1)
  })

  it('gives a copy as plain text, with the year, in the order in which it was said', async () => {
    const cookie = await kim.openLink(kim.secret)
    const { write } = await kim.take()
    await write('Hello Kim')
    const { response, page } = await kim.get('/conversation/copy/', cookie)
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="conversation-${kim.reference}.txt"`,
    )
    expect(page).toBe(`Your conversation ${kim.reference}
Copied midday on Monday 23 November 2026. What we keep ourselves is removed after some time.

You, midday on Monday 23 November 2026:
My daughter cannot sleep.

[midday on Monday 23 November 2026] Sam has joined. You are talking to a navigator now: a person, not a computer.

Sam (navigator), midday on Monday 23 November 2026:
Hello Kim
`)
    expect((await kim.get('/conversation/copy/')).status).toBe(404)
  })

  it('stops the emails: the address is removed, and links that went open nothing any more', async () => {
    const cookie = await kim.openLink(kim.secret)
    const { write, open } = await kim.take()
    const stopped = await kim.post('/conversation/stop-emails/', {}, cookie)
    expect(stopped.status).toBe(303)
    const { page } = await kim.get(stopped.response.headers.get('location') ?? '', cookie)
    expect(page).toContain('We will not email you again.')
    expect(page).not.toContain('action="/conversation/stop-emails/"')
    expect((await kim.get(`/conversation/?link=${kim.secret}`)).status).toBe(404)
    expect(await open()).toMatchObject({ contact: { email: null } })
    await write('Hello')
    await kim.helpdesk.mail.deliverDue()
    expect(kim.helpdesk.mailWritten()).toEqual([])
  })

  it('is closed on a device: the cookie opens nothing any more, the link still does', async () => {
    const cookie = await kim.openLink(kim.secret)
    const { page, setCookie } = await kim.post('/conversation/close/', {}, cookie)
    expect(page).toContain('The conversation is closed on this device')
    expect(setCookie).toContain('Max-Age=0')
    expect((await kim.get('/conversation/', cookie)).page).toContain('No conversation is open on this device')
    expect(await kim.openLink(kim.secret)).not.toBe('')
  })
})
