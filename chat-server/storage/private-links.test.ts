import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import { createPrivateLinks } from './private-links.ts'
import { removeOldText } from './retention.ts'
import { openTestStore } from './store.fixture.ts'
import type { HelpdeskTables } from './tables.ts'
import { createVisitorContact } from './visitor-contact.ts'

const day = 86_400_000

describeOnBothEngines('private links and addresses', (databases) => {
  async function openStore() {
    const store = await openTestStore(await databases.open())
    const links = createPrivateLinks(store.database.kysely, () => store.time.now)
    const contact = createVisitorContact(store.database.kysely)
    const make = (id: string) => store.database.write((trx) => links.make(trx, id, 90))
    const take = (id: string) => store.database.write((trx) => contact.takeEmailTurn(trx, id))
    const see = (id: string, seq: number) =>
      store.database.write((trx) => store.writer.markSeen(trx, id, 'visitor', seq))
    return { ...store, links, contact, make, take, see }
  }

  it('a link opens its own conversation as often as it is needed, until its end', async () => {
    const store = await openStore()
    const [id, other] = [await store.start(), await store.start()]
    const { secret } = await store.make(id)
    await store.make(other)
    expect((await store.links.find(secret))?.id).toBe(id)
    expect((await store.links.find(secret))?.id).toBe(id)
    expect(await store.links.find(secret.slice(1))).toBeUndefined()
    expect(await store.links.find('')).toBeUndefined()
    store.time.now += 90 * day
    expect(await store.links.find(secret)).toBeUndefined()
  })

  it('nothing that is stored opens a conversation', async () => {
    const store = await openStore()
    const { secret } = await store.make(await store.start())
    const rows = await store.database.kysely
      .$extendTables<HelpdeskTables>()
      .selectFrom('private_link')
      .selectAll()
      .execute()
    expect(JSON.stringify(rows)).not.toContain(secret)
    expect(await store.links.find(rows[0]?.hash ?? '')).toBeUndefined()
  })

  it('links end with the text, and what has ended is removed', async () => {
    const store = await openStore()
    const id = await store.start('message', { email: 'kim@example.org' })
    const { secret } = await store.make(id)
    await store.database.write((trx) => removeOldText(trx, store.time.now + 1, store.time.now))
    expect(await store.links.find(secret)).toBeUndefined()
    await store.make(await store.start())
    store.time.now += 90 * day
    await store.database.write((trx) => store.links.removeEnded(trx))
    const left = store.database.kysely.$extendTables<HelpdeskTables>().selectFrom('private_link').selectAll()
    expect(await left.execute()).toEqual([])
  })

  it('one email goes, however many answers are written at once, and the next when they were read', async () => {
    const store = await openStore()
    const id = await store.start('chat', { email: 'kim@example.org' })
    await store.notice(id, 'Sam has joined.')
    const turns = await Promise.all([store.take(id), store.take(id), store.take(id)])
    expect(turns.filter(Boolean)).toHaveLength(1)
    await store.see(id, 1)
    expect(await store.take(id)).toMatchObject({ id, email: 'kim@example.org' })
    expect(await store.take(id)).toBeUndefined()
  })

  it('no email goes without an address, and another address is news', async () => {
    const store = await openStore()
    const id = await store.start()
    expect(await store.take(id)).toBeUndefined()
    const leave = (email: string) =>
      store.database.write((trx) => store.contact.leaveEmail(trx, id, email)).then(({ isNew }) => isNew)
    expect(await leave('kim@example.org')).toBe(true)
    expect(await leave('kim@example.org')).toBe(false)
    expect(await leave('lee@example.org')).toBe(true)
    expect(await store.take(id)).toMatchObject({ email: 'lee@example.org' })
    await expect(
      store.database.write((trx) => store.contact.leaveEmail(trx, randomUUID(), 'kim@example.org')),
    ).rejects.toThrow('We cannot find this conversation.')
  })

  it('finds answers that were never read', async () => {
    const store = await openStore()
    const id = await store.start('chat', { email: 'kim@example.org' })
    await store.send(id, { kind: 'visitor' }, 'Hello')
    const unread = () => store.contact.unread(store.time.now)
    expect(await unread()).toEqual([])
    const sam = { kind: 'navigator', accountId: 'sam' } as const
    await store.database.write((trx) =>
      store.writer.change(trx, id, (standing) => ({
        ...standing,
        state: 'with-navigator',
        navigatorId: 'sam',
        waitingSince: null,
      })),
    )
    await store.send(id, sam, 'Hello to you')
    expect(await unread()).toEqual([id])
    expect(await store.contact.unread(store.time.now - 1)).toEqual([])
    await store.see(id, 2)
    expect(await unread()).toEqual([])
  })
})
