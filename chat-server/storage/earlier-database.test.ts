import { randomUUID } from 'node:crypto'
import { expect, it } from 'vitest'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import { soughtWords } from '../domain/search-words.ts'
import { createConversationReader } from './conversation-reader.ts'
import { createConversationSearch } from './conversation-search.ts'
import { helpdeskMigrations } from './helpdesk-migrations.ts'
import { removeTextOf } from './retention.ts'
import { openTestStore } from './store.fixture.ts'
import type { HelpdeskTables } from './tables.ts'

/** The steps that the helpdesk's database had taken before the desk kept notes, tags and follow-ups. */
const before = helpdeskMigrations.slice(0, 6)

describeOnBothEngines('a database of an earlier version', (databases) => {
  it('goes on with what it holds: conversations open, are found and are removed', async () => {
    const database = await databases.open()
    await database.migrate('helpdesk', before)
    const tables = database.kysely.$extendTables<HelpdeskTables>()
    const id = randomUUID()
    await tables
      .insertInto('conversation')
      .values({
        ...{ id, client_conversation_id: randomUUID(), reference: 'LO-7KQ4-2M9X', channel: 'chat' },
        ...{ state: 'ended', visitor_name: 'Kim', navigator_id: 'sam', navigator_name: 'Sam' },
        ...{ started_at: 1, ended_at: 2, arrival: 1, last_seq: 1, seen_by_visitor: 1, seen_by_navigator: 1 },
        ...{ version: 3, uses: '[]', call_back: 0 },
      })
      .execute()
    await tables
      .insertInto('message')
      .values({
        ...{ conversation_id: id, seq: 1, author: 'visitor', author_id: null, author_name: 'Kim' },
        ...{ client_message_id: randomUUID(), text: 'The transport has stopped', sent_at: 1, card: null },
      })
      .execute()

    await openTestStore(database)
    expect(await createConversationReader(database.kysely, () => 3).find(id)).toMatchObject({
      ...{ visitorName: 'Kim', tags: [], colleagues: [], promisedOn: null, blockedAt: null, earlierId: null },
    })
    const search = createConversationSearch(database)
    await search.takeIn(10)
    const all = { channel: null, navigatorId: null, tag: null, heldOnly: false, most: 10 }
    const find = () => search.find(soughtWords('transport'), { accountId: 'lee', isLead: false }, all)
    expect(await find()).toMatchObject([{ id }])
    await database.write((trx) => removeTextOf(trx, [id], 4))
    expect(await find()).toEqual([])
  })
})
