import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { plantConversations } from '../../chat-server/report.fixture.ts'
import { helpdeskMigrations } from '../../chat-server/storage/helpdesk-migrations.ts'
import { openDatabase } from '../../platform/database/database.ts'
import { insightReport } from './insight-report.ts'

const contentDir = join(import.meta.dirname, '../../site/content')

it('prints the numbers of the page, with the same hidden', async () => {
  const dataDir = mkdtempSync(join(tmpdir(), 'local-offer-insight-'))
  const database = await openDatabase({ dataDir, databaseUrl: undefined })
  await database.migrate('helpdesk', helpdeskMigrations)
  await plantConversations(database, 9, (place) => ({
    started_at: Date.parse('2026-03-30T09:00:00Z'),
    channel: place < 2 ? 'visit' : 'chat',
  }))
  await database.close()
  const place = { dataDir, databaseUrl: undefined, contentDir }
  const { text, rows } = await insightReport({ ...place, period: { month: '2026-03' } })
  expect(text).toMatch(/Visit +hidden/)
  expect(text).toMatch(/All +9/)
  expect(rows).toContainEqual(expect.objectContaining({ id: 'chats', state: 'withheld' }))
  await expect(insightReport({ ...place, period: { from: '2026-03-02', to: '2026-03-01' } })).rejects.toThrow(
    'The last day must come after the first.',
  )
  rmSync(dataDir, { recursive: true })
})
