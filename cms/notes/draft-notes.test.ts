import { expect, it } from 'vitest'
import { randomId } from '#platform/clock.ts'
import { migratePlatform } from '#platform/migrations/platform-migrations.ts'
import { exampleService } from '#records/example-content.fixture.ts'
import { describeOnBothEngines } from '../../tests/support/databases.ts'
import { cmsMigrations } from '../migrations/cms-migrations.ts'
import { recordOf } from '../records/stored-records.ts'
import { recordText } from '../running-cms.fixture.ts'
import { createDraftNotes } from './draft-notes.ts'

const provider = { accountId: 'p', role: 'provider' as const, providerIds: [exampleService.provider] }
const editor = { accountId: 'e', role: 'editor' as const, providerIds: [] }

describeOnBothEngines('notes about a draft', (databases) => {
  it('are kept in their order, for their record alone, until the draft ends', async () => {
    const database = await databases.open()
    await migratePlatform(database)
    await database.migrate('cms', cmsMigrations)
    let now = 1
    const notes = createDraftNotes({
      ...{ database, clock: () => now++, newId: randomId, siteUrl: 'http://localhost:8080' },
      mail: { queue: async () => {} },
      accounts: { holdersOf: async () => [] },
    })
    const record = recordOf('services/club.md', recordText(exampleService), 'a')
    if (!record) throw new Error('no record')
    const draft = { collection: 'services', slug: 'club', record }
    await notes.add(draft, editor, 'First?')
    await notes.add(draft, provider, 'Second.')
    await notes.add({ ...draft, slug: 'other' }, provider, 'Elsewhere.')
    expect((await notes.of(draft)).map(({ author, text, at }) => [author, text, at])).toEqual([
      [{ accountId: 'e', role: 'editor' }, 'First?', 1],
      [{ accountId: 'p', role: 'provider' }, 'Second.', 2],
    ])
    await notes.end(draft)
    expect(await notes.of(draft)).toEqual([])
    expect(await notes.of({ ...draft, slug: 'other' })).toHaveLength(1)
  })
})
