import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { eventually } from '../tests/support/eventually.ts'
import { listenAsVisitor, startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'

const hour = 3_600_000
const closing = Date.parse('2026-11-23T17:00:00Z')
const promised = 'Wednesday 25 November'

describeOnBothEngines('when the office closes or the clock jumps', (databases) => {
  let helpdesk: TestHelpdesk
  afterEach(() => helpdesk.stop())

  /** Kim waits, Jo is with Sam; Sam is available. */
  async function begin() {
    helpdesk = await startTestHelpdesk(await databases.open())
    const sam = await helpdesk.navigator('Sam')
    await sam.emitWithAck('availability:set', { available: true })
    const kim = await talk('Kim')
    const jo = await talk('Jo')
    await sam.emitWithAck('conversation:claim', { conversationId: jo.id })
    return { sam, kim, jo }
  }

  async function talk(name: string) {
    const { cookie, conversation } = await helpdesk.start({ name })
    const visitor = await helpdesk.visitor(cookie)
    const sync = async () => {
      const synced = await visitor.emitWithAck('conversation:sync', { lastSeq: 0 })
      if (!synced.ok) throw new Error(synced.message)
      return synced
    }
    return { id: conversation.id, visitor, sync, page: listenAsVisitor(visitor) }
  }

  /** Rounds every 10 seconds, for as long as it takes to be noticed that somebody has gone. */
  async function pass(ms: number) {
    for (let passedMs = 0; passedMs < ms; passedMs += 10_000) {
      helpdesk.time.now += 10_000
      await helpdesk.helpdesk.makeRound()
    }
  }

  const write = (visitor: Awaited<ReturnType<typeof talk>>['visitor'], text: string) =>
    visitor.emitWithAck('message:send', { clientMessageId: randomUUID(), text })

  it('a chat goes on as a message with a promised day: who waits and who talks, each told once', async () => {
    const { sam, kim, jo } = await begin()
    await write(jo.visitor, 'How do I ask for a plan?')
    helpdesk.time.now = closing
    await pass(30_000)
    expect((await kim.sync()).conversation).toMatchObject({ channel: 'message', state: 'waiting' })
    const talking = await jo.sync()
    expect(talking.conversation).toMatchObject({
      ...{ channel: 'message', state: 'with-navigator', navigatorName: 'Sam' },
    })
    expect(kim.page.messages.map(({ text }) => text)).toEqual([
      `We are closed now. Your messages are kept and a navigator reads them when we are back. We answer here by the end of ${promised}.`,
    ])
    expect(talking.messages.map(({ text }) => text)).toEqual([
      expect.stringContaining('Sam has joined'),
      'How do I ask for a plan?',
      `We are closed now. Sam may still answer you today. If not, your messages are kept: we read them when we are back, and answer here by the end of ${promised}.`,
    ])
    const answer = { conversationId: jo.id, clientMessageId: randomUUID(), text: 'You can ask yourself.' }
    expect(await sam.emitWithAck('message:send', answer)).toMatchObject({ ok: true })
  })

  it('nobody who forgot to switch off is shown as available in the night', async () => {
    const { sam, kim } = await begin()
    helpdesk.time.now = closing - 1000
    await pass(20_000)
    const { conversation } = await kim.sync()
    expect(conversation.helpdesk).toMatchObject({ available: false, open: false })
    expect(conversation.helpdesk.sentence).toMatch(/^Nobody reads this until 9am tomorrow/)
    const synced = await sam.emitWithAck('desk:sync', {})
    expect(synced.ok && synced.me.available).toBe(false)
  })

  it('whoever works late switches on again, and chats stay chats while they are there', async () => {
    const { sam, kim, jo } = await begin()
    helpdesk.time.now = closing + 1000
    await sam.emitWithAck('availability:set', { available: true })
    await pass(30_000)
    expect((await kim.sync()).conversation).toMatchObject({ channel: 'chat', queuePosition: 1 })
    expect((await jo.sync()).conversation).toMatchObject({ channel: 'chat' })
    sam.disconnect()
    await eventually(() => expect(helpdesk.deskSockets()).toBe(0))
    await pass(60_000)
    expect((await jo.sync()).conversation).toMatchObject({ channel: 'message', state: 'waiting' })
    expect((await jo.sync()).messages.at(-1)?.text).toContain(`by the end of ${promised}`)
  })

  it.each([hour, -hour])(
    'nobody loses their navigator or place when the clock jumps by %i ms',
    async (jump) => {
      const { kim, jo } = await begin()
      await pass(20_000)
      helpdesk.time.jump += jump
      const later = await talk('Lee')
      await pass(60_000)
      helpdesk.time.jump -= jump
      const last = await talk('Max')
      await pass(60_000)
      expect((await jo.sync()).conversation).toMatchObject({ state: 'with-navigator', navigatorName: 'Sam' })
      const places = await Promise.all(
        [kim, later, last].map(async ({ sync }) => (await sync()).conversation),
      )
      expect(places.map(({ queuePosition }) => queuePosition)).toEqual([1, 2, 3])
      for (const { helpdesk: standing } of places) {
        expect(standing.available).toBe(true)
        expect(standing.expectedWaitMinutes ?? 0).toBeGreaterThanOrEqual(0)
      }
    },
  )

  it('a clock that is wrong for a minute closes nobody’s chat', async () => {
    const { sam, kim } = await begin()
    await sam.emitWithAck('availability:set', { available: false })
    helpdesk.time.jump = closing - helpdesk.time.now + hour
    await pass(60_000)
    helpdesk.time.jump = 0
    await pass(600_000)
    expect((await kim.sync()).conversation).toMatchObject({ channel: 'chat', queuePosition: 1 })
    expect(kim.page.messages).toEqual([])
  })

  it('messages keep the order in which they were stored, whatever time they carry', async () => {
    const { kim } = await begin()
    for (const jump of [0, -hour, hour, 0]) {
      helpdesk.time.jump = jump
      await write(kim.visitor, `clock wrong by ${jump}`)
    }
    const { messages } = await kim.sync()
    expect(messages.map(({ seq }) => seq)).toEqual([1, 2, 3, 4])
    const times = messages.map(({ sentAt }) => sentAt)
    expect(times).not.toEqual(times.toSorted((one, other) => one - other))
  })
})
