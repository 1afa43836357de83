import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'

describeOnBothEngines('the numbers of the helpdesk', (databases) => {
  let helpdesk: TestHelpdesk

  afterEach(() => helpdesk.stop())

  /** The lines of the numbers, as Prometheus reads them. */
  async function numbers() {
    const lines = (await helpdesk.registry.metrics()).split('\n')
    return (line: string) =>
      Number(
        lines
          .find((known) => known.startsWith(`local_offer_helpdesk_${line} `))
          ?.split(' ')
          .at(-1),
      )
  }

  it('tell who is connected, who waits and for how long, and how fast answers are', async () => {
    helpdesk = await startTestHelpdesk(await databases.open())
    const { cookie, conversation } = await helpdesk.start()
    const conversationId = conversation.id
    const visitor = await helpdesk.visitor(cookie)
    const sam = await helpdesk.navigator('Sam')
    await sam.emitWithAck('desk:sync', {})
    await sam.emitWithAck('availability:set', { available: true })
    helpdesk.time.now += 20_000

    const before = await numbers()
    expect(before('connections{side="visitor"}')).toBe(1)
    expect(before('connections{side="desk"}')).toBe(1)
    expect(before('waiting{channel="chat"}')).toBe(1)
    expect(before('waiting{channel="message"}')).toBe(0)
    expect(before('longest_wait_seconds')).toBe(20)
    expect(before('navigators_available')).toBe(1)
    expect(before('readable')).toBe(1)

    await sam.emitWithAck('conversation:claim', { conversationId })
    await visitor.emitWithAck('message:send', { clientMessageId: randomUUID(), text: 'Hello' })
    await visitor.emitWithAck('message:send', { clientMessageId: randomUUID(), text: '' })

    const after = await numbers()
    expect(after('waiting{channel="chat"}')).toBe(0)
    expect(after('longest_wait_seconds')).toBe(0)
    expect(after('wait_seconds_sum{channel="chat"}')).toBe(20)
    expect(after('wait_seconds_count{channel="chat"}')).toBe(1)
    expect(after('answer_seconds_count{request="message:send",outcome="ok"}')).toBe(1)
    expect(after('answer_seconds_count{request="message:send",outcome="invalid"}')).toBe(1)
    expect(after('answer_seconds_sum{request="message:send",outcome="ok"}')).toBeGreaterThan(0)
  })

  it('give what a page invents one name, so that nobody can fill the memory', async () => {
    helpdesk = await startTestHelpdesk(await databases.open())
    const { cookie } = await helpdesk.start()
    const visitor = await helpdesk.visitor(cookie)
    for (const made of ['made:up', 'constructor', '__proto__'])
      await Reflect.apply(visitor.emitWithAck, visitor, [made, {}])
    expect((await numbers())('answer_seconds_count{request="unknown",outcome="not-allowed"}')).toBe(3)
  })

  it('say that the queue cannot be read rather than give old numbers', async () => {
    const database = await databases.open()
    helpdesk = await startTestHelpdesk(database)
    await helpdesk.start()
    expect((await numbers())('waiting{channel="chat"}')).toBe(1)
    await database.close()
    const gone = await numbers()
    expect(gone('readable')).toBe(0)
    expect(gone('waiting{channel="chat"}')).toBeNaN()
    expect(gone('longest_wait_seconds')).toBeNaN()
  })
})
