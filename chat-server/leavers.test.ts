import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { Channel } from '#protocol/conversation.ts'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { claim } from './domain/conversation.ts'
import { partWithLeavers } from './leavers.ts'
import { helpdeskMigrations } from './storage/helpdesk-migrations.ts'
import { createStores } from './stores.ts'

describeOnBothEngines('somebody who leaves', (databases) => {
  const nameOf = async (accountId: string) => (accountId === 'sam' ? 'Sam' : undefined)

  async function open() {
    const database = await databases.open()
    await database.migrate('helpdesk', helpdeskMigrations)
    const stores = createStores({ database, clock: () => 1, newId: randomUUID })
    const told: string[] = []
    const announcer = {
      message: () => undefined,
      conversation: async (id: string) => {
        told.push(id)
        return {} as never
      },
    }
    const leave = () => partWithLeavers({ stores, announcer, nameOf })
    const start = (channel: Channel, navigator?: string) =>
      database.write(async (trx) => {
        const input = { clientConversationId: randomUUID(), channel }
        const { conversation } = await stores.writer.start(trx, input)
        if (navigator !== undefined)
          await stores.writer.change(
            trx,
            conversation.id,
            (standing) => claim(standing, navigator),
            navigator,
          )
        return conversation.id
      })
    return { stores, told, leave, start }
  }

  it('takes their follow-ups with them, and nobody else’s', async () => {
    const { stores, leave, start } = await open()
    const conversationId = await start('chat')
    await stores.database.write(async (trx) => {
      for (const accountId of ['sam', 'gone', 'gone'])
        await stores.followUps.add(trx, {
          ...{ id: randomUUID(), conversationId, accountId },
          ...{ dueOn: '2026-12-01', text: 'Ring them' },
        })
    })
    expect(await leave()).toEqual({ followUps: 2, handedBack: 0, navigators: 0 })
    expect(await stores.followUps.owners()).toEqual(['sam'])
  })

  it('leaves what they had to everybody, and takes their name out of the desk’s', async () => {
    const { stores, told, leave, start } = await open()
    const theirs = [
      await start('telephone', 'gone'),
      await start('visit', 'gone'),
      await start('message', 'gone'),
    ]
    const kept = await start('telephone', 'sam')
    await stores.database.write(async (trx) => {
      for (const accountId of ['sam', 'gone'])
        await stores.navigators.renew(trx, { accountId, name: accountId }, 5)
    })
    expect(await leave()).toEqual({ followUps: 0, handedBack: 3, navigators: 1 })
    expect(told).toEqual(theirs)
    for (const id of theirs)
      expect(await stores.reader.find(id)).toMatchObject({
        state: 'waiting',
        navigatorId: null,
        navigatorName: null,
      })
    expect(await stores.reader.find(kept)).toMatchObject({ state: 'with-navigator', navigatorId: 'sam' })
    expect((await stores.navigators.all()).map(({ accountId }) => accountId)).toEqual(['sam'])
    expect(await leave(), 'once more').toEqual({ followUps: 0, handedBack: 0, navigators: 0 })
  })
})
