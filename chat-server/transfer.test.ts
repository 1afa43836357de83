import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { eventually } from '../tests/support/eventually.ts'
import { listenAsDesk, listenAsVisitor, startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'

const minute = 60_000

describeOnBothEngines('a conversation that is passed to a colleague', (databases) => {
  let helpdesk: TestHelpdesk
  afterEach(() => helpdesk.stop())

  /** Sam has Kim's chat and may ask Alex, who is at the desk. */
  async function begin() {
    helpdesk = await startTestHelpdesk(await databases.open())
    const sam = await helpdesk.navigator('Sam')
    const alex = await helpdesk.navigator('Alex')
    const { cookie, conversation } = await helpdesk.start({ name: 'Kim' })
    const visitor = await helpdesk.visitor(cookie)
    const { id } = conversation
    await alex.emitWithAck('desk:sync', {})
    const page = listenAsVisitor(visitor)
    await sam.emitWithAck('conversation:claim', { conversationId: id })
    await eventually(() => expect(page.messages).toHaveLength(1))
    const [joined] = page.messages.splice(0)
    expect(joined?.text).toMatch(/^Sam has joined/)
    const offer = (to: string | null = 'alex') =>
      sam.emitWithAck('conversation:offer', { conversationId: id, to })
    const where = async () => {
      const synced = await sam.emitWithAck('desk:sync', {})
      if (!synced.ok) throw new Error(synced.message)
      const { navigatorId, navigatorName, offeredTo } = synced.conversations[0] ?? {}
      return { navigatorId, navigatorName, offeredTo }
    }
    return { sam, alex, visitor, page, id, offer, where, conversationId: id }
  }

  it('stays with the first until the colleague says yes; then the family is told whom they talk with', async () => {
    const { sam, alex, visitor, page, offer, where, conversationId } = await begin()
    const desk = listenAsDesk(alex)
    expect(await offer()).toMatchObject({ ok: true, conversation: { navigatorId: 'sam', offeredTo: 'alex' } })
    await eventually(() => expect(desk.conversations.at(-1)).toMatchObject({ offeredTo: 'alex' }))
    expect(page.messages, 'an offer is the desk’s own affair').toEqual([])

    const text = { clientMessageId: randomUUID(), text: 'Hello' }
    expect(await alex.emitWithAck('message:send', { conversationId, ...text })).toMatchObject({
      code: 'taken',
    })
    expect(await alex.emitWithAck('conversation:accept', { conversationId })).toMatchObject({
      ok: true,
      conversation: { state: 'with-navigator', navigatorId: 'alex', navigatorName: 'Alex', offeredTo: null },
    })
    expect(await where()).toEqual({ navigatorId: 'alex', navigatorName: 'Alex', offeredTo: null })
    await eventually(() => expect(page.conversations.at(-1)).toMatchObject({ navigatorName: 'Alex' }))
    expect(page.messages.map((message) => message.text)).toEqual([
      'Sam has passed this on to Alex. You talk with Alex now: a navigator, a person too. Alex can read what you wrote, so you need not say it again.',
    ])
    expect(await alex.emitWithAck('message:send', { conversationId, ...text })).toMatchObject({ ok: true })
    const late = { conversationId, clientMessageId: randomUUID(), text: 'One more thing' }
    expect(await sam.emitWithAck('message:send', late)).toMatchObject({ ok: false, code: 'taken' })
    expect(await visitor.emitWithAck('conversation:sync', { lastSeq: 0 })).toMatchObject({
      conversation: { navigatorName: 'Alex' },
    })
  })

  it('stays with the first when the colleague says no, and keeps the first one’s name', async () => {
    const { sam, alex, page, offer, where, conversationId } = await begin()
    await offer()
    const desk = listenAsDesk(sam)
    expect(await alex.emitWithAck('conversation:decline', { conversationId })).toMatchObject({ ok: true })
    await eventually(() => expect(desk.conversations.at(-1)).toMatchObject({ offeredTo: null }))
    expect(await where()).toEqual({ navigatorId: 'sam', navigatorName: 'Sam', offeredTo: null })
    expect(await alex.emitWithAck('conversation:accept', { conversationId })).toEqual({
      ok: false,
      code: 'conflict',
      message: 'This conversation is not offered to you any more. It stays with the navigator who has it.',
    })
    expect(page.messages).toEqual([])
  })

  it('stays with the first when they change their mind', async () => {
    const { offer, where, alex, conversationId } = await begin()
    await offer()
    expect(await offer(null)).toMatchObject({ ok: true, conversation: { offeredTo: null } })
    expect(await where()).toMatchObject({ navigatorId: 'sam' })
    expect(await alex.emitWithAck('conversation:accept', { conversationId })).toMatchObject({
      code: 'conflict',
    })
  })

  it('stays with the first when the colleague does not answer for two minutes', async () => {
    const { offer, where } = await begin()
    await offer()
    for (let waitedMs = 0; waitedMs < 2 * minute; waitedMs += 20_000) {
      await helpdesk.helpdesk.makeRound()
      expect(await where()).toMatchObject({ offeredTo: 'alex' })
      helpdesk.time.now += 20_000
    }
    await helpdesk.helpdesk.makeRound()
    expect(await where()).toEqual({ navigatorId: 'sam', navigatorName: 'Sam', offeredTo: null })
  })

  it('stays with the first when the colleague leaves', async () => {
    const { offer, where, alex } = await begin()
    await offer()
    alex.disconnect()
    await eventually(() => expect(helpdesk.deskSockets()).toBe(1))
    helpdesk.time.now += 31_000
    await helpdesk.helpdesk.makeRound()
    expect(await where()).toMatchObject({ navigatorId: 'sam', offeredTo: null })
  })

  it('is offered to colleagues who are at the desk, and to nobody else', async () => {
    const { offer, sam, conversationId } = await begin()
    for (const to of ['nobody', 'sam'])
      expect(await offer(to)).toEqual({
        ok: false,
        code: 'conflict',
        message: 'This colleague is not at the desk now. Choose somebody else.',
      })
    const withAnother = await helpdesk.start()
    const other = { conversationId: withAnother.conversation.id, to: 'alex' }
    expect(await sam.emitWithAck('conversation:offer', other)).toMatchObject({ code: 'conflict' })
    await sam.emitWithAck('conversation:end', { conversationId })
    expect(await offer()).toMatchObject({ ok: false, code: 'ended' })
  })

  it('is on the record: who offered, who took over', async () => {
    const { offer, alex, id } = await begin()
    await offer()
    await alex.emitWithAck('conversation:accept', { conversationId: id })
    const entries = await helpdesk.audit.read({ subject: `conversation:${id}` })
    expect(entries.map(({ actor, action }) => `${actor} ${action}`)).toEqual([
      'sam conversation-claim',
      'sam conversation-offer',
      'alex conversation-accept',
    ])
  })
})

describeOnBothEngines('navigators who want only so many chats at once', (databases) => {
  let helpdesk: TestHelpdesk
  afterEach(() => helpdesk.stop())

  async function begin() {
    helpdesk = await startTestHelpdesk(await databases.open())
    const sam = await helpdesk.navigator('Sam')
    await sam.emitWithAck('availability:set', { available: true })
    const take = async () => {
      const { cookie, conversation } = await helpdesk.start()
      const reply = await sam.emitWithAck('conversation:claim', { conversationId: conversation.id })
      return { cookie, reply, id: conversation.id }
    }
    const status = async () => {
      const synced = await sam.emitWithAck('desk:sync', {})
      if (!synced.ok) throw new Error(synced.message)
      return synced
    }
    return { sam, take, status }
  }

  it('are available to families while they have fewer, and can still take one more', async () => {
    const { sam, take, status } = await begin()
    expect(await sam.emitWithAck('work:set', { capacity: 2, helpsWith: ['Urdu'] })).toMatchObject({
      ok: true,
      me: { accountId: 'sam', capacity: 2, helpsWith: ['Urdu'] },
    })
    const first = await take()
    expect((await status()).queue).toMatchObject({ navigatorsAvailable: 1 })
    await take()
    expect((await status()).queue).toMatchObject({
      navigatorsAvailable: 0,
      navigators: [{ accountId: 'sam', name: 'Sam', available: true, chats: 2, capacity: 2 }],
    })
    const visitor = await helpdesk.visitor(first.cookie)
    expect(await visitor.emitWithAck('conversation:sync', { lastSeq: 0 })).toMatchObject({
      conversation: {
        helpdesk: {
          available: false,
          sentence:
            'No navigator is free right now. Write to us, and the next one who is free answers you here.',
        },
      },
    })
    expect((await take()).reply).toMatchObject({ ok: true })
    await sam.emitWithAck('conversation:end', { conversationId: first.id })
    expect((await status()).queue).toMatchObject({ navigatorsAvailable: 0 })
  })

  it('hear plainly what a number of chats may be', async () => {
    const { sam } = await begin()
    for (const capacity of [0, 21, 1.5])
      expect(await sam.emitWithAck('work:set', { capacity, helpsWith: [] })).toEqual({
        ok: false,
        code: 'invalid',
        message: 'Choose a number of chats from 1 to 20.',
      })
  })
})
