import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import type { SignedIn } from '#platform/accounts/grants.ts'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import { ConversationHeld } from '../domain/errors.ts'
import { noMetrics } from '../metrics.ts'
import { openTestStore } from '../storage/store.fixture.ts'
import type { HelpdeskTables } from '../storage/tables.ts'
import { createStores } from '../stores.ts'
import { createDeskChanges } from './desk-changes.ts'

const alex: SignedIn = {
  ...{ accountId: 'alex', name: 'Alex', sessionId: 's', csrfToken: '' },
  grants: [{ role: 'navigator', scope: { kind: 'area' } }],
}

describeOnBothEngines('taking a conversation', (databases) => {
  it('is refused when a concern holds it from the moment after it was looked at', async () => {
    const database = await databases.open()
    const id = await (await openTestStore(database)).start()
    const tables = database.kysely.$extendTables<HelpdeskTables>()
    const stores = createStores({ database, clock: Date.now, newId: randomUUID })
    const reader = {
      ...stores.reader,
      async find(wanted: string) {
        const found = await stores.reader.find(wanted)
        await tables.updateTable('conversation').set({ held: 1 }).where('id', '=', wanted).execute()
        return found
      },
    }
    const nothingIsTold = async (): Promise<never> => {
      throw new Error('nothing was to be told')
    }
    const changes = createDeskChanges({
      stores: { ...stores, reader },
      announcer: {
        message: nothingIsTold,
        seenByNavigator: nothingIsTold,
        conversation: nothingIsTold,
        queue: nothingIsTold,
        stop: () => undefined,
      },
      audit: { record: nothingIsTold },
      metrics: noMetrics,
      hours: () => {
        throw new Error('nothing was to be shown')
      },
    })
    await expect(changes.claim(id, alex)).rejects.toThrow(ConversationHeld)
    expect(await stores.reader.find(id)).toMatchObject({ state: 'waiting', navigatorId: null })
  })
})
