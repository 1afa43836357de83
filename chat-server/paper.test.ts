import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { readerOfPages } from './desk-people.fixture.ts'
import { publicUrl, startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'

const kim = { name: 'Kim Lee', address: '1 Example Road\nSale', postcode: 'm332ug' }
const guide = '/guides/annual-reviews/'

describeOnBothEngines('a copy by post', (databases) => {
  let helpdesk: TestHelpdesk
  afterEach(() => helpdesk.stop())
  const start = async () => {
    helpdesk = await startTestHelpdesk(await databases.open())
  }
  async function send(fields: Record<string, string>, path = '/post-me-a-copy/', origin: string = publicUrl) {
    const body = new URLSearchParams({ clientConversationId: randomUUID(), ...fields })
    const response = await fetch(`${helpdesk.address}${path}`, { method: 'POST', body, headers: { origin } })
    return {
      status: response.status,
      page: await response.text(),
      cookie: response.headers.get('set-cookie'),
    }
  }
  const lines = async () => {
    const sam = await helpdesk.navigator('Sam')
    const synced = await sam.emitWithAck('desk:sync', {})
    return synced.ok ? synced.conversations : []
  }

  it('says what to do in an emergency, who reads it and when it is posted, before anything is sent', async () => {
    await start()
    const page = await (await fetch(`${helpdesk.address}/post-me-a-copy/?page=${guide}`)).text()
    expect(page).toContain('<a href="tel:999">999</a>')
    expect(page).toContain('We keep what you say private unless someone may be at risk.')
    expect(page).toContain('We post it by the end of Wednesday 25 November.')
    expect(page).toContain('We remove your name and address after 90 days.')
    expect(page).toContain('<li>The annual review of an EHC plan</li>')
  })

  it('comes to the desk as a task, with the address for the navigator alone and no way for a visitor to open it', async () => {
    await start()
    const { status, page, cookie } = await send({ ...kim, page: guide, largePrint: 'yes', text: 'Thank you' })
    expect(status).toBe(200)
    expect(page).toContain('We will post it to you')
    expect(cookie).toBeNull()
    const [line] = await lines()
    expect(page).toContain(line?.reference)
    expect(line).toMatchObject({
      ...{ channel: 'paper', state: 'waiting', visitorName: 'Kim Lee' },
      about: 'Post a copy: The annual review of an EHC plan',
    })
    expect(JSON.stringify(line)).not.toContain('Example Road')
    const sam = await helpdesk.navigator('Sam')
    const opened = await sam.emitWithAck('conversation:open', { conversationId: line?.id ?? '', lastSeq: 0 })
    expect(opened).toMatchObject({ contact: { postTo: 'Kim Lee\n1 Example Road\nSale\nM33 2UG' } })
    expect(opened.ok && opened.messages[0]?.text).toBe(
      'Please post me a copy of:\n– The annual review of an EHC plan\nIn large print.\n\nThank you',
    )
  })

  it('takes the services of a shortlist from a form, never from an address', async () => {
    await start()
    const asked = await fetch(`${helpdesk.address}/post-me-a-copy/?services=/services/sale-swimming/`)
    expect(await asked.text()).not.toContain('Sale Swimming Club')
    const { status, page } = await send(
      { services: '/services/sale-swimming/,/services/gone/' },
      '/post-me-a-copy/services/',
    )
    expect(status).toBe(200)
    expect(page).toContain('<li>Sale Swimming Club</li>')
    expect(page).toContain('name="services" value="/services/sale-swimming/,/services/gone/"')
    expect(page).not.toContain('There is a problem')
  })

  it('says all that is wrong at once, beside the fields, and keeps what was typed', async () => {
    await start()
    const { status, page } = await send({ name: ' ', address: '<b>Road</b>', postcode: 'Sale', email: 'kim' })
    expect(status).toBe(400)
    expect(page).toContain('<title>Error: Post me a copy</title>')
    expect(page).toContain('<a href="#text">Write what we should post.</a>')
    expect(page).toContain('<a href="#name">Enter the name that we should write on the envelope.</a>')
    expect(page).toContain('<a href="#postcode">Enter a whole postcode, like M33 2UG.</a>')
    expect(page).toContain('<a href="#email">')
    expect(page).toContain('&lt;b&gt;Road&lt;/b&gt;</textarea>')
    expect(await lines()).toEqual([])
  })

  it('is one task when Send is pressed twice, and has the newest address when that was put right', async () => {
    await start()
    const form = { ...kim, clientConversationId: randomUUID(), page: guide }
    await Promise.all([send(form), send(form)])
    await send({ ...form, address: '2 Example Road\nSale' })
    const [line, ...more] = await lines()
    expect(more).toEqual([])
    const sam = await helpdesk.navigator('Sam')
    const opened = await sam.emitWithAck('conversation:open', { conversationId: line?.id ?? '', lastSeq: 0 })
    expect(opened).toMatchObject({ contact: { postTo: 'Kim Lee\n2 Example Road\nSale\nM33 2UG' } })
  })

  it('is not taken from pages of other sites, nor without limit', async () => {
    await start()
    expect(await send({ ...kim, page: guide }, '/post-me-a-copy/', 'https://evil.example')).toMatchObject({
      status: 403,
    })
    await helpdesk.stop()
    helpdesk = await startTestHelpdesk(await databases.open(), { startsPerAddress: 1 })
    await send({ ...kim, page: guide })
    const { status, page } = await send({ ...kim, page: guide })
    expect(status).toBe(429)
    expect(page).toContain('1 Example Road')
  })

  it('is ready to print at the desk, and ends with the day on which it was posted', async () => {
    await start()
    await send({ ...kim, page: guide, services: '/services/sale-swimming/', largePrint: 'yes' })
    const [line] = await lines()
    const sam = readerOfPages(helpdesk, 'Sam', 'navigator')
    expect((await sam.get('/desk/paper/')).page).toContain(`<a href="/desk/paper/${line?.id}/">Kim Lee</a>`)
    const { page } = await sam.get(`/desk/paper/${line?.id}/`)
    expect(page).toContain('Kim Lee<br>1 Example Road<br>Sale<br>M33 2UG<br>')
    expect(page).toContain(`href="${guide}print/#large"`)
    expect(page).toContain(
      'href="/print-services/#services=4848e6a4-9177-5585-be3c-95fb0235df15&amp;large=yes"',
    )
    const posted = await sam.post(`/desk/paper/${line?.id}/posted/`, { on: '2026-11-23' })
    expect(posted.location).toContain(`posted=${line?.reference}`)
    expect((await lines())[0]).toMatchObject({
      ...{ state: 'ended', navigatorId: 'sam', lastMessage: { text: 'Posted on Monday 23 November.' } },
    })
    expect((await sam.get('/desk/paper/')).page).toContain('Nothing is to be posted now.')
    expect((await sam.get(`/desk/paper/${line?.id}/`)).page).toContain('It was posted on 23 November 2026.')
  })

  it('is a colleague’s to post once they have taken it, and a lead’s alone while a concern holds it', async () => {
    await start()
    await send({ ...kim, page: guide })
    const conversationId = (await lines())[0]?.id ?? ''
    const alex = await helpdesk.navigator('Alex')
    await alex.emitWithAck('conversation:claim', { conversationId })
    const sam = readerOfPages(helpdesk, 'Sam', 'navigator')
    expect((await sam.post(`/desk/paper/${conversationId}/posted/`, {})).page).toContain(
      'Another navigator has taken',
    )
    const raised = {
      clientConcernId: randomUUID(),
      conversationId,
      about: 'child' as const,
      reason: 'A worry.',
    }
    await alex.emitWithAck('concern:raise', raised)
    expect(await sam.get(`/desk/paper/${conversationId}/`)).toMatchObject({ status: 403 })
    expect((await sam.get('/desk/paper/')).page).not.toContain('Kim Lee')
    const lead = readerOfPages(helpdesk, 'Lee', 'lead')
    expect((await lead.get(`/desk/paper/${conversationId}/`)).page).toContain('1 Example Road')
    expect(await readerOfPages(helpdesk, 'Oda', 'officer').get('/desk/paper/')).toMatchObject({ status: 403 })
  })
})
