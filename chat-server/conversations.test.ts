import { randomUUID } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { eventually } from '../tests/support/eventually.ts'
import {
  type DeskClient,
  listenAsDesk,
  listenAsVisitor,
  startTestHelpdesk,
  type TestHelpdesk,
  type VisitorClient,
} from './helpdesk.fixture.ts'

describeOnBothEngines('a conversation between a visitor and a navigator', (databases) => {
  let helpdesk: TestHelpdesk
  afterEach(() => helpdesk.stop())

  async function begin() {
    helpdesk = await startTestHelpdesk(await databases.open())
    const sam = await helpdesk.navigator('Sam')
    const { cookie, conversation } = await helpdesk.start({ name: 'Kim' })
    const visitor = await helpdesk.visitor(cookie)
    return { sam, visitor, cookie, id: conversation.id }
  }

  const say = (visitor: VisitorClient, text: string, clientMessageId: string = randomUUID()) =>
    visitor.emitWithAck('message:send', { clientMessageId, text })
  const answer = (desk: DeskClient, conversationId: string, text: string) =>
    desk.emitWithAck('message:send', { conversationId, clientMessageId: randomUUID(), text })

  it('appears on the desk, is taken, and both see at once what the other writes', async () => {
    const { sam, visitor, id } = await begin()
    const desk = listenAsDesk(sam)
    const page = listenAsVisitor(visitor)
    expect(await say(visitor, 'Hello?')).toMatchObject({ ok: true, seq: 1 })
    await eventually(() =>
      expect(desk.conversations.at(-1)).toMatchObject({
        id,
        state: 'waiting',
        lastMessage: { text: 'Hello?' },
      }),
    )

    expect(await sam.emitWithAck('conversation:claim', { conversationId: id })).toMatchObject({
      ok: true,
      conversation: { state: 'with-navigator', navigatorName: 'Sam' },
    })
    const opened = await sam.emitWithAck('conversation:open', { conversationId: id, lastSeq: 0 })
    expect(opened.ok && opened.messages.map(({ text }) => text)).toEqual([
      'Hello?',
      'Sam has joined. You are talking to a navigator now: a person, not a computer.',
    ])
    expect(await answer(sam, id, 'Hello Kim')).toMatchObject({ ok: true, seq: 3 })
    expect(await say(visitor, 'Thank you')).toMatchObject({ ok: true, seq: 4 })

    await eventually(() => expect(page.messages.map(({ seq }) => seq)).toEqual([2, 3]))
    await eventually(() => expect(desk.messages.at(-1)?.text).toBe('Thank you'))
    expect(desk.messages.map(({ text }) => text)).not.toContain('Hello Kim')
    expect(page.messages[1]).toMatchObject({ author: 'navigator', authorName: 'Sam', text: 'Hello Kim' })
    expect(page.conversations.at(-1)).toMatchObject({
      state: 'with-navigator',
      navigatorName: 'Sam',
      queuePosition: null,
    })
  })

  it('stores a message once, however often the page sends it again', async () => {
    const { visitor, cookie } = await begin()
    const page = listenAsVisitor(visitor)
    const otherTab = listenAsVisitor(await helpdesk.visitor(cookie))
    const again = randomUUID()
    const first = await say(visitor, 'Hello?', again)
    expect(await say(visitor, 'Hello?', again)).toEqual(first)
    expect(await say(visitor, 'More')).toMatchObject({ ok: true, seq: 2 })
    await eventually(() => expect(otherTab.messages.map(({ text }) => text)).toEqual(['Hello?', 'More']))
    expect(page.messages).toEqual([])
  })

  it('keeps the order in which one person writes, without waiting for answers', async () => {
    const { visitor } = await begin()
    const texts = Array.from({ length: 15 }, (_, index) => `line ${index}`)
    const replies = await Promise.all(texts.map((text) => say(visitor, text)))
    expect(replies.map((reply) => reply.ok && reply.seq)).toEqual(texts.map((_, index) => index + 1))
  })

  it('gives back what was missed while away, with who has it and where it stands', async () => {
    const { sam, visitor, cookie, id } = await begin()
    await say(visitor, 'Hello?')
    visitor.disconnect()
    await sam.emitWithAck('conversation:claim', { conversationId: id })
    await answer(sam, id, 'Hello Kim')

    const again = await helpdesk.visitor(cookie)
    const synced = await again.emitWithAck('conversation:sync', { lastSeq: 1 })
    if (!synced.ok) throw new Error(synced.message)
    expect(synced.messages.map(({ seq, text }) => [seq, text])).toEqual([
      [2, 'Sam has joined. You are talking to a navigator now: a person, not a computer.'],
      [3, 'Hello Kim'],
    ])
    expect(synced.conversation).toMatchObject({ state: 'with-navigator', navigatorName: 'Sam', lastSeq: 3 })
  })

  it('goes to one of two navigators, and the other is told so', async () => {
    const { sam, id } = await begin()
    const alex = await helpdesk.navigator('Alex')
    const replies = await Promise.all(
      [sam, alex].map((desk) => desk.emitWithAck('conversation:claim', { conversationId: id })),
    )
    expect(replies.filter(({ ok }) => ok)).toHaveLength(1)
    expect(replies.find(({ ok }) => !ok)).toEqual({
      ok: false,
      code: 'taken',
      message: 'Another navigator has taken this conversation.',
    })
    const loser = replies[0]?.ok ? alex : sam
    expect(await answer(loser, id, 'Hello')).toMatchObject({ ok: false, code: 'taken' })
  })

  it('tells each side that the other types and what they have seen', async () => {
    const { sam, visitor, id } = await begin()
    const desk = listenAsDesk(sam)
    const page = listenAsVisitor(visitor)
    await say(visitor, 'Hello?')
    await sam.emitWithAck('conversation:claim', { conversationId: id })
    await sam.emitWithAck('conversation:open', { conversationId: id, lastSeq: 0 })
    sam.emit('typing', { conversationId: id, typing: true })
    visitor.emit('typing', { typing: true })
    expect(await sam.emitWithAck('seen', { conversationId: id, seq: 2 })).toEqual({ ok: true })
    expect(await visitor.emitWithAck('seen', { seq: 1 })).toEqual({ ok: true })
    await eventually(() => expect([page.typing, desk.typing]).toEqual([[true], [true]]))
    await eventually(() => expect([page.seen, desk.seen]).toEqual([[2], [1]]))
  })

  it('is seen in all windows of a navigator when one of them has shown it', async () => {
    const { sam, visitor, id } = await begin()
    const otherWindow = listenAsDesk(await helpdesk.navigator('Sam'))
    await say(visitor, 'Hello?')
    await sam.emitWithAck('conversation:claim', { conversationId: id })
    await sam.emitWithAck('conversation:open', { conversationId: id, lastSeq: 0 })
    await sam.emitWithAck('seen', { conversationId: id, seq: 1 })
    await eventually(() =>
      expect(otherWindow.conversations.at(-1)).toMatchObject({
        id,
        seenByNavigator: 1,
        lastMessage: { seq: 1, author: 'visitor', text: 'Hello?' },
      }),
    )
  })

  it('goes back to the queue when handed back, and the family is told', async () => {
    const { sam, visitor, id } = await begin()
    const page = listenAsVisitor(visitor)
    await sam.emitWithAck('conversation:claim', { conversationId: id })
    expect(await sam.emitWithAck('conversation:hand-back', { conversationId: id })).toMatchObject({
      ok: true,
      conversation: { state: 'waiting', navigatorId: null },
    })
    await eventually(() =>
      expect(page.conversations.at(-1)).toMatchObject({ state: 'waiting', queuePosition: 1 }),
    )
    await eventually(() => expect(page.messages.at(-1)?.text).toMatch(/You are in the queue again/))
  })

  it('ends for both sides, and nothing more can be written', async () => {
    const { sam, visitor, id } = await begin()
    const desk = listenAsDesk(sam)
    await sam.emitWithAck('conversation:claim', { conversationId: id })
    expect(await visitor.emitWithAck('conversation:end', {})).toMatchObject({
      ok: true,
      conversation: { state: 'ended' },
    })
    await eventually(() => expect(desk.conversations.at(-1)).toMatchObject({ id, state: 'ended' }))
    expect(await say(visitor, 'One more thing')).toMatchObject({ ok: false, code: 'ended' })
    expect(await answer(sam, id, 'Goodbye')).toMatchObject({ ok: false, code: 'ended' })
  })

  describe('whose navigator disappears', () => {
    it('returns to the queue after the lease, keeps its place, and the family is told', async () => {
      const { sam, visitor, id } = await begin()
      const page = listenAsVisitor(visitor)
      await sam.emitWithAck('conversation:claim', { conversationId: id })
      await sam.emitWithAck('availability:set', { available: true })
      sam.disconnect()
      await eventually(() => expect(helpdesk.deskSockets()).toBe(0))
      helpdesk.time.now += 29_000
      await helpdesk.helpdesk.makeRound()
      expect(page.messages.at(-1)?.text).toMatch(/Sam has joined/)
      helpdesk.time.now += 2_000
      await helpdesk.helpdesk.makeRound()
      await eventually(() =>
        expect(page.conversations.at(-1)).toMatchObject({ state: 'waiting', queuePosition: 1 }),
      )
      expect(page.messages.at(-1)?.text).toMatch(/lost the connection to Sam\. You are in the queue again/)
      expect(page.conversations.at(-1)?.helpdesk.available).toBe(false)
    })

    it('stays with a navigator whose desk is connected, however quiet', async () => {
      const { sam, id } = await begin()
      await sam.emitWithAck('conversation:claim', { conversationId: id })
      for (let rounds = 0; rounds < 4; rounds += 1) {
        helpdesk.time.now += 20_000
        await helpdesk.helpdesk.makeRound()
      }
      const synced = await sam.emitWithAck('desk:sync', {})
      expect(synced.ok && synced.conversations[0]).toMatchObject({ id, state: 'with-navigator' })
    })
  })

  it('becomes a message with a promised day when the office closes first', async () => {
    const { visitor } = await begin()
    const page = listenAsVisitor(visitor)
    helpdesk.time.now = Date.parse('2026-11-23T17:00:00Z')
    await helpdesk.helpdesk.makeRound()
    await eventually(() =>
      expect(page.conversations.at(-1)).toMatchObject({ channel: 'message', queuePosition: null }),
    )
    expect(page.messages.at(-1)?.text).toBe(
      'We are closed now. Your messages are kept and a navigator reads them when we are back. We answer here by the end of Wednesday 25 November.',
    )
    await helpdesk.helpdesk.makeRound()
    expect(page.messages).toHaveLength(1)
  })

  it('loses its text in the night after it was kept long enough, and the audit says so', async () => {
    const { sam, visitor, id } = await begin()
    await say(visitor, 'Something private')
    await visitor.emitWithAck('conversation:end', {})
    const report = async () => (await helpdesk.audit.read({ subject: 'task:remove-old-text' })).at(-1)?.detail
    helpdesk.time.now += 89 * 24 * 60 * 60_000
    await helpdesk.jobs.runDue()
    expect(await report()).toMatchObject({ conversations: 0, held: 0 })
    helpdesk.time.now += 2 * 24 * 60 * 60_000
    await helpdesk.jobs.runDue()
    expect(await report()).toMatchObject({ conversations: 1 })
    const opened = await sam.emitWithAck('conversation:open', { conversationId: id, lastSeq: 0 })
    expect(JSON.stringify(opened)).not.toMatch(/Something private|Kim/)
  })
})
