import { randomUUID } from 'node:crypto'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '#platform/database/database.ts'
import { eventually } from '../tests/support/eventually.ts'
import { type PostgresServer, startPostgres } from '../tests/support/postgres.ts'
import { listenAsDesk, listenAsVisitor, startTestHelpdesk, type TestHelpdesk } from './helpdesk.fixture.ts'

describe('two helpdesk processes on one PostgreSQL', () => {
  let server: PostgresServer
  let databases: Database[]
  let helpdesks: TestHelpdesk[]

  beforeAll(async () => {
    server = await startPostgres()
  })
  afterAll(() => server.stop())
  afterEach(async () => {
    for (const helpdesk of helpdesks) await helpdesk.stop()
    for (const database of databases) await database.close()
  })

  async function startTwo() {
    databases = []
    helpdesks = []
    const databaseUrl = await server.createDatabase()
    for (let started = 0; started < 2; started += 1) {
      const database = await openDatabase({ dataDir: '/nowhere', databaseUrl })
      databases.push(database)
      helpdesks.push(await startTestHelpdesk(database))
    }
    const [first, second] = helpdesks
    if (!first || !second) throw new Error('two helpdesks were to be started')
    return { first, second }
  }

  it('carry a conversation between a visitor on one and a navigator on the other, long messages too', async () => {
    const { first, second } = await startTwo()
    const sam = await second.navigator('Sam')
    const desk = listenAsDesk(sam)
    const { cookie, conversation } = await first.start()
    const conversationId = conversation.id
    const visitor = await first.visitor(cookie)
    const page = listenAsVisitor(visitor)

    await eventually(() =>
      expect(desk.conversations.at(-1)).toMatchObject({ id: conversationId, state: 'waiting' }),
    )
    await sam.emitWithAck('conversation:claim', { conversationId })
    await sam.emitWithAck('conversation:open', { conversationId, lastSeq: 0 })
    await sam.emitWithAck('message:send', { conversationId, clientMessageId: randomUUID(), text: 'Hello' })
    const long = '界'.repeat(4000)
    await visitor.emitWithAck('message:send', { clientMessageId: randomUUID(), text: long })

    await eventually(() => expect(page.messages.map(({ seq }) => seq)).toEqual([1, 2]))
    await eventually(() => expect(desk.messages.at(-1)?.text).toBe(long))
    expect(page.conversations.at(-1)).toMatchObject({ state: 'with-navigator', navigatorName: 'Sam' })
  })

  it('email an answer only when the visitor is connected to neither', async () => {
    const { first, second } = await startTwo()
    const { cookie, conversation } = await first.start()
    const conversationId = conversation.id
    const visitor = await first.visitor(cookie)
    await visitor.emitWithAck('visitor:leave-address', { email: 'kim@example.org' })
    const sam = await second.navigator('Sam')
    await sam.emitWithAck('conversation:claim', { conversationId })
    const write = (text: string) =>
      sam.emitWithAck('message:send', { conversationId, clientMessageId: randomUUID(), text })
    await write('Are you there?')
    await second.mail.deliverDue()
    expect(second.mailWritten()).toHaveLength(1)

    visitor.disconnect()
    const gone = 'local_offer_helpdesk_connections{side="visitor"} 0'
    await eventually(async () => expect(await first.registry.metrics()).toContain(gone))
    await write('This goes by email.')
    await second.mail.deliverDue()
    expect(second.mailWritten()).toHaveLength(2)
  })

  it('number the messages of one conversation together, without gaps or doubles', async () => {
    const { first, second } = await startTwo()
    const { cookie } = await first.start()
    const visitors = [await first.visitor(cookie), await second.visitor(cookie)]
    const again = randomUUID()
    const replies = await Promise.all(
      Array.from({ length: 8 }, () => randomUUID())
        .concat(again)
        .flatMap((clientMessageId) =>
          visitors.map((visitor) =>
            visitor.emitWithAck('message:send', { clientMessageId, text: clientMessageId }),
          ),
        ),
    )
    const seqs = new Set(replies.map((sent) => (sent.ok ? sent.seq : sent.message)))
    expect([...seqs].toSorted()).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9])
  })

  it('give a conversation to one of two navigators', async () => {
    const { first, second } = await startTwo()
    const sam = await first.navigator('Sam')
    const alex = await second.navigator('Alex')
    const { conversation } = await first.start()
    const conversationId = conversation.id
    const claims = await Promise.all(
      [sam, alex].map((desk) => desk.emitWithAck('conversation:claim', { conversationId })),
    )
    expect(claims.filter(({ ok }) => ok)).toHaveLength(1)
  })
})
