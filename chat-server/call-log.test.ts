import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import type { LogEntry } from '#protocol/call-log.ts'
import { conversationTags } from '#records/conversation-tags.ts'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { readerOfPages } from './desk-people.fixture.ts'
import { listenAsDesk, startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'

const entry = (fields: Partial<LogEntry> = {}): LogEntry => ({
  clientConversationId: randomUUID(),
  channel: 'telephone',
  name: 'Kim',
  tag: 'autism',
  text: 'Asked when the Saturday club opens.',
  reach: '01632 960 001',
  next: { is: 'done' },
  ...fields,
})

describeOnBothEngines('the log of calls and visits', (databases) => {
  let helpdesk: TestHelpdesk
  afterEach(() => helpdesk.stop())
  const start = async () => {
    helpdesk = await startTestHelpdesk(await databases.open())
  }
  const linesOf = async (name: string) => {
    const desk = await helpdesk.navigator(name)
    const synced = await desk.emitWithAck('desk:sync', {})
    return synced.ok ? synced.conversations : []
  }

  it('keeps a call that is done as an ended conversation of its navigator, told to all desks', async () => {
    await start()
    const sam = await helpdesk.navigator('Sam')
    const heard = listenAsDesk(await helpdesk.navigator('Alex'))
    const reply = await sam.emitWithAck('log:add', entry())
    const conversationId = reply.ok ? reply.conversationId : ''
    await expect
      .poll(() => heard.conversations.at(-1))
      .toMatchObject({
        ...{ id: conversationId, channel: 'telephone', state: 'ended', visitorName: 'Kim', tags: ['autism'] },
        ...{ navigatorId: 'sam', lastMessage: { text: 'Asked when the Saturday club opens.' } },
      })
    const opened = await sam.emitWithAck('conversation:open', { conversationId, lastSeq: 0 })
    expect(opened).toMatchObject({ contact: { telephone: '01632 960 001', email: null } })
  })

  it('keeps a visit to follow up as its navigator’s own, with the day', async () => {
    await start()
    const sam = await helpdesk.navigator('Sam')
    await sam.emitWithAck('log:add', entry({ channel: 'visit', next: { is: 'mine', on: '2026-12-01' } }))
    expect(await linesOf('Sam')).toMatchObject([
      { channel: 'visit', state: 'with-navigator', navigatorId: 'sam' },
    ])
    const followUps = await sam.emitWithAck('follow-ups:read', {})
    expect(followUps).toMatchObject({ followUps: [{ dueOn: '2026-12-01', text: 'Follow up this visit' }] })
  })

  it('writes it down once however often it is sent, even after an hour without a network', async () => {
    await start()
    const sam = await helpdesk.navigator('Sam')
    const once = entry()
    const first = await sam.emitWithAck('log:add', once)
    helpdesk.time.now += 60 * 60_000
    expect(await sam.emitWithAck('log:add', once)).toEqual(first)
    expect(await linesOf('Sam')).toHaveLength(1)
  })

  it.each(['done', 'others'] as const)(
    'writes it down once when Save is pressed twice, next: %s',
    async (is) => {
      await start()
      const desks = [await helpdesk.navigator('Sam'), await helpdesk.navigator('Sam')]
      const once = entry({ next: { is } })
      const [first, second] = await Promise.all(desks.map((desk) => desk.emitWithAck('log:add', once)))
      expect(first).toMatchObject({ ok: true })
      expect(second).toEqual(first)
      expect(await linesOf('Sam')).toMatchObject([{ lastSeq: 1 }])
    },
  )

  it('says what is wrong, and stores nothing then', async () => {
    await start()
    const sam = await helpdesk.navigator('Sam')
    const wrong = [
      [entry({ reach: 'later' }), 'Write a telephone number or an email address, or leave it out.'],
      [entry({ tag: 'astrology' }), 'Choose what it is about from the list, or leave it out.'],
      [entry({ text: ' ' }), 'Write your message first.'],
    ] as const
    for (const [sent, message] of wrong)
      expect(await sam.emitWithAck('log:add', sent)).toMatchObject({ ok: false, code: 'invalid', message })
    expect(await linesOf('Sam')).toEqual([])
  })

  it('is about any of the tags that conversations have', async () => {
    await start()
    const sam = await helpdesk.navigator('Sam')
    expect(await sam.emitWithAck('log:add', entry({ tag: 'growing-up' }))).toMatchObject({ ok: true })
    const { page } = await readerOfPages(helpdesk, 'Sam', 'navigator').get('/desk/log/')
    for (const { id } of conversationTags) expect(page).toContain(`<option value="${id}"`)
  })

  it('is a plain page too: what was typed stays when something is missing', async () => {
    await start()
    const sam = readerOfPages(helpdesk, 'Sam', 'navigator')
    const fields = { clientConversationId: randomUUID(), channel: 'visit', name: 'Jo', next: 'mine', on: '' }
    const refused = await sam.post('/desk/log/', { ...fields, text: 'Came with her son.' })
    expect(refused.status).toBe(400)
    expect(refused.page).toContain('<a href="#on">Choose the day on which you follow it up.</a>')
    expect(refused.page).toContain('Came with her son.</textarea>')
    const stored = await sam.post('/desk/log/', { ...fields, on: '2026-12-01', text: 'Came with her son.' })
    expect(stored.location).toMatch(/^\/desk\/log\/\?saved=LO-/)
    const { page } = await sam.get(stored.location ?? '')
    expect(page).toContain('Visit · Jo')
    expect(page).toContain('Came with her son.')
    expect(page).toContain('With Sam')
    const [line] = await linesOf('Sam')
    expect(page).toContain(`<a href="/desk/?conversation=${line?.id}">${line?.reference}</a>`)
  })

  it('shows officers what they wrote alone, and leaves their follow-ups to navigators', async () => {
    await start()
    const sam = readerOfPages(helpdesk, 'Sam', 'navigator')
    const oda = readerOfPages(helpdesk, 'Oda', 'officer')
    const common = { channel: 'telephone', clientConversationId: '' }
    await sam.post('/desk/log/', {
      ...common,
      clientConversationId: randomUUID(),
      text: 'Of Sam',
      next: 'done',
    })
    await oda.post('/desk/log/', {
      ...common,
      clientConversationId: randomUUID(),
      text: 'Of Oda',
      next: 'mine',
    })
    const { page } = await oda.get('/desk/log/')
    expect(page).toContain('Of Oda')
    expect(page).toContain('Waits for a navigator')
    expect(page).not.toContain('Of Sam')
    expect((await sam.get('/desk/log/')).page).toContain('Of Oda')
  })

  it('shows officers what they wrote of a call, not what a navigator added to it', async () => {
    await start()
    const oda = readerOfPages(helpdesk, 'Oda', 'officer')
    const fields = { channel: 'telephone', clientConversationId: randomUUID(), next: 'others' }
    await oda.post('/desk/log/', { ...fields, text: 'Of Oda' })
    const sam = await helpdesk.navigator('Sam')
    const [line] = await linesOf('Sam')
    const conversationId = line?.id ?? ''
    await sam.emitWithAck('conversation:claim', { conversationId })
    const added = { clientMessageId: randomUUID(), text: 'Of the navigator', cardPath: null }
    expect(await sam.emitWithAck('message:send', { conversationId, ...added })).toMatchObject({ ok: true })
    const { page } = await oda.get('/desk/log/')
    expect(page).toContain('Of Oda')
    expect(page).not.toContain('Of the navigator')
  })

  it('is not for editors or providers, nor for forms of other pages', async () => {
    await start()
    for (const role of ['editor', 'provider', 'admin'] as const)
      expect(await readerOfPages(helpdesk, 'Eve', role).get('/desk/log/')).toMatchObject({ status: 403 })
    const sam = readerOfPages(helpdesk, 'Sam', 'navigator')
    const fields = { clientConversationId: randomUUID(), channel: 'visit', text: 'Hello', next: 'done' }
    expect(await sam.post('/desk/log/', fields, 'made up')).toMatchObject({ status: 403 })
    expect(await linesOf('Sam')).toEqual([])
  })
})
