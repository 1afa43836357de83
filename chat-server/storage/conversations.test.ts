import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import { type Actor, claim, end, handBack } from '../domain/conversation.ts'
import { AlreadyTaken, ConversationNotFound } from '../domain/errors.ts'
import { newCapability } from './capability.ts'
import { removeOldText } from './retention.ts'
import { openTestStore } from './store.fixture.ts'
import type { HelpdeskTables } from './tables.ts'

const visitor: Actor = { kind: 'visitor' }
const day = 86_400_000

describeOnBothEngines('stored conversations', (databases) => {
  const openStore = async () => openTestStore(await databases.open())
  type Store = Awaited<ReturnType<typeof openStore>>

  const take = (store: Store, id: string, accountId: string) =>
    store.database.write((trx) =>
      store.writer.change(trx, id, (standing) => claim(standing, accountId), accountId),
    )

  it('start once, however often the button is pressed', async () => {
    const store = await openStore()
    const input = { clientConversationId: randomUUID(), channel: 'chat' as const }
    const press = () => store.database.write((trx) => store.writer.start(trx, input))
    const pressed = await Promise.all([press(), press(), press()])
    expect(new Set(pressed.map(({ conversation }) => conversation.id)).size).toBe(1)
    expect(pressed.filter(({ isNew }) => isNew)).toHaveLength(1)
    store.time.now += 11 * 60_000
    await expect(press()).rejects.toThrow(ConversationNotFound)
  })

  it('keep what the visitor said about themselves', async () => {
    const store = await openStore()
    const said = { name: 'Kim', about: 'School transport', pageFrom: '/services/', uses: ['short sentences'] }
    const input = { clientConversationId: randomUUID(), channel: 'chat' as const, ...said }
    const { conversation } = await store.database.write((trx) => store.writer.start(trx, input))
    const { name: visitorName, ...rest } = said
    expect(await store.reader.find(conversation.id)).toMatchObject({
      visitorName,
      ...rest,
      state: 'waiting',
      lastSeq: 0,
    })
  })

  it('open for their cookie alone, which is nowhere in the database', async () => {
    const store = await openStore()
    const id = await store.start()
    const capability = newCapability()
    await store.database.write((trx) => store.capabilities.allow(trx, id, capability))
    expect((await store.reader.findByCapability(capability))?.id).toBe(id)
    expect(await store.reader.findByCapability(newCapability())).toBeUndefined()
    const rows = await store.database.kysely
      .$extendTables<HelpdeskTables>()
      .selectFrom('capability')
      .selectAll()
      .execute()
    expect(JSON.stringify(rows)).not.toContain(capability)
    await store.database.write((trx) => store.writer.forget(trx, capability))
    expect(await store.reader.findByCapability(capability)).toBeUndefined()
  })

  it('go to exactly one of many navigators who take them at once', async () => {
    const store = await openStore()
    const id = await store.start()
    const names = Array.from({ length: 12 }, (_, index) => `navigator-${index}`)
    const results = await Promise.allSettled(names.map((name) => take(store, id, name)))
    expect(results.filter((result) => result.status === 'fulfilled')).toHaveLength(1)
    for (const result of results) {
      if (result.status === 'rejected') expect(result.reason).toBeInstanceOf(AlreadyTaken)
    }
    const winner = names[results.findIndex((result) => result.status === 'fulfilled')]
    expect(await store.reader.find(id)).toMatchObject({ navigatorId: winner, navigatorName: winner })
  })

  it('queue up with chats first, and keep their place when handed back', async () => {
    const store = await openStore()
    const message = await store.start('message')
    store.time.now += 1
    const first = await store.start()
    store.time.now += 1
    const second = await store.start()
    const order = async () => (await store.reader.queue()).map(({ id }) => id)
    expect(await order()).toEqual([first, second, message])
    await take(store, first, 'sam')
    expect(await order()).toEqual([second, message])
    store.time.now += 1
    await store.database.write((trx) =>
      store.writer.change(trx, first, (standing) => handBack(standing, 'sam', store.time.now)),
    )
    expect(await order()).toEqual([first, second, message])
    expect(await store.reader.find(first)).toMatchObject({ navigatorId: null, navigatorName: null })
  })

  it('are listed with the newest message that a person wrote, ended ones last and not for ever', async () => {
    const store = await openStore()
    const ended = [await store.start(), await store.start()]
    for (const id of ended) {
      await store.database.write((trx) =>
        store.writer.change(trx, id, (standing) => end(standing, visitor, 1)),
      )
    }
    const open = await store.start()
    await store.send(open, visitor, 'one')
    await store.send(open, visitor, 'two')
    await store.notice(open, 'We are closed now.')
    const list = await store.reader.list({ ended: 1 })
    expect(list.map(({ conversation }) => conversation.state)).toEqual(['waiting', 'ended'])
    expect(list[0]?.lastMessage).toMatchObject({ seq: 2, author: 'visitor', text: 'two' })
    expect(list[1]?.lastMessage).toBeNull()
  })

  it('remember how far each side has read, never backwards and never beyond the end', async () => {
    const store = await openStore()
    const id = await store.start()
    await store.send(id, visitor, 'one')
    await store.send(id, visitor, 'two')
    const see = (seq: number) =>
      store.database.write((trx) => store.writer.markSeen(trx, id, 'navigator', seq))
    expect([await see(2), await see(1), await see(2), await see(9)]).toEqual([true, false, false, false])
    expect(await store.reader.find(id)).toMatchObject({ seenByNavigator: 2, seenByVisitor: 0 })
  })

  it('tell how long the latest chats waited', async () => {
    const store = await openStore()
    const id = await store.start()
    store.time.now += 90_000
    await take(store, id, 'sam')
    expect(await store.reader.latestWaitsMs(store.time.now - day)).toEqual([90_000])
    expect(await store.reader.latestWaitsMs(store.time.now)).toEqual([])
  })

  it('lose their text and names when they were kept long enough, and only then', async () => {
    const store = await openStore()
    const old = await store.start('message', { name: 'Kim', email: 'kim@example.org' })
    await store.send(old, visitor, 'something private')
    const active = await store.start('chat', { name: 'Jo' })
    store.time.now += 100 * day
    await store.send(active, visitor, 'still here')
    const remove = () =>
      store.database.write((trx) => removeOldText(trx, store.time.now - 90 * day, store.time.now))
    expect([await remove(), await remove()]).toEqual([[old], []])
    expect(await store.reader.find(old)).toMatchObject({ visitorName: null, email: null, lastSeq: 1 })
    expect((await store.reader.messagesAfter(old, 0)).map(({ text }) => text)).toEqual([''])
    expect((await store.reader.find(active))?.visitorName).toBe('Jo')
  })
})
