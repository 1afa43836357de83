import { randomUUID } from 'node:crypto'
import { afterEach, expect, it } from 'vitest'
import type { Channel } from '#protocol/conversation.ts'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { beginConversation } from './begin-conversation.ts'
import { startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'
import { createStores } from './stores.ts'

const staffChannels: readonly Channel[] = ['telephone', 'visit', 'paper']

describeOnBothEngines('calls, visits and requests for paper', (databases) => {
  let helpdesk: TestHelpdesk
  afterEach(() => helpdesk.stop())
  const start = async () => {
    helpdesk = await startTestHelpdesk(await databases.open())
    const { database, time } = helpdesk
    const stores = createStores({ database, clock: () => time.now, newId: randomUUID })
    const begin = (channel: Channel, fields: { email?: string } = {}) =>
      beginConversation(stores, { clientConversationId: randomUUID(), channel, text: 'A point', ...fields })
    return { stores, begin }
  }

  it('are opened by no cookie and no private link', async () => {
    const { stores, begin } = await start()
    for (const channel of staffChannels) {
      const { conversation, capability } = await begin(channel, { email: 'kim@example.org' })
      const link = await stores.database.write((trx) => stores.links.make(trx, conversation.id, 90))
      expect(await stores.reader.findByCapability(capability), channel).toBeUndefined()
      expect(await stores.links.find(link.secret), channel).toBeUndefined()
    }
    const message = await begin('message')
    expect(await stores.reader.findByCapability(message.capability)).toMatchObject({ channel: 'message' })
  })

  it('are not handed to a page that starts a chat with the same id', async () => {
    const { stores } = await start()
    for (const channel of staffChannels) {
      const clientConversationId = randomUUID()
      await beginConversation(stores, { clientConversationId, channel, name: 'Kim' })
      const { reply } = await helpdesk.requestStart({ clientConversationId })
      expect(reply, channel).toMatchObject({ ok: false, code: 'not-found' })
    }
  })

  it('wait behind chats, count apart, and take nobody’s place in the queue of chats', async () => {
    const { stores, begin } = await start()
    const paper = await begin('paper')
    const message = await begin('message')
    const chat = await begin('chat')
    const queue = await stores.reader.queue()
    expect(queue.map(({ id }) => id)).toEqual(
      [chat, paper, message].map(({ conversation }) => conversation.id),
    )
    const numbers = await helpdesk.registry.metrics()
    expect(numbers).toContain('waiting{channel="paper"} 1')
    expect(numbers).toContain('waiting{channel="message"} 1')
    expect(numbers).toContain('waiting{channel="chat"} 1')
  })

  it('stay what they are when the office closes, and with whoever keeps them when the desk is shut', async () => {
    const { stores, begin } = await start()
    const ids = new Map<Channel, string>()
    for (const channel of staffChannels) ids.set(channel, (await begin(channel)).conversation.id)
    const sam = await helpdesk.navigator('Sam')
    for (const conversationId of ids.values())
      expect(await sam.emitWithAck('conversation:claim', { conversationId })).toMatchObject({ ok: true })
    sam.disconnect()
    helpdesk.time.now = Date.parse('2026-11-23T22:00:00Z')
    await helpdesk.helpdesk.makeRound()
    for (const [channel, id] of ids) {
      expect(await stores.reader.find(id)).toMatchObject({
        channel,
        state: 'with-navigator',
        navigatorId: 'sam',
      })
      // No notices: there is nobody at the other end to read them.
      expect(await stores.reader.allMessages(id)).toHaveLength(1)
    }
  })

  it('send no email by themselves when a navigator writes in them', async () => {
    const { begin } = await start()
    const { conversation } = await begin('paper', { email: 'kim@example.org' })
    const sam = await helpdesk.navigator('Sam')
    const conversationId = conversation.id
    await sam.emitWithAck('conversation:claim', { conversationId })
    const line = { conversationId, clientMessageId: randomUUID(), text: 'Rang Kim.' }
    expect(await sam.emitWithAck('message:send', line)).toMatchObject({ ok: true })
    helpdesk.time.now += 5 * 60_000
    await helpdesk.helpdesk.makeRound()
    await helpdesk.mail.deliverDue()
    expect(helpdesk.mailWritten()).toEqual([])
  })
})
