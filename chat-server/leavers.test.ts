import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { removeFollowUpsOfLeavers } from './leavers.ts'
import { helpdeskMigrations } from './storage/helpdesk-migrations.ts'
import { createStores } from './stores.ts'

describeOnBothEngines('somebody who leaves', (databases) => {
  it('takes their follow-ups with them, and nobody else’s', async () => {
    const database = await databases.open()
    await database.migrate('helpdesk', helpdeskMigrations)
    const stores = createStores({ database, clock: () => 1, newId: randomUUID })
    await database.write(async (trx) => {
      const input = { clientConversationId: randomUUID(), channel: 'chat' as const }
      const { conversation } = await stores.writer.start(trx, input)
      for (const accountId of ['sam', 'gone', 'gone'])
        await stores.followUps.add(trx, {
          ...{ id: randomUUID(), conversationId: conversation.id, accountId },
          ...{ dueOn: '2026-12-01', text: 'Ring them' },
        })
    })
    const nameOf = async (accountId: string) => (accountId === 'sam' ? 'Sam' : undefined)
    expect(await removeFollowUpsOfLeavers(stores, nameOf)).toEqual({ followUps: 2 })
    expect(await stores.followUps.owners()).toEqual(['sam'])
  })
})
