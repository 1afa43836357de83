import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openDatabase } from '#platform/database/database.ts'
import { migratePlatform } from '#platform/migrations/platform-migrations.ts'
import { addresses, currentConversationReply } from '#protocol/http.ts'
import { helpdeskMigrations } from '../../chat-server/storage/helpdesk-migrations.ts'
import { createStores } from '../../chat-server/stores.ts'
import { openContentRepository } from '../../cms/git/content-repository.ts'
import { mainRef } from '../../cms/git/main-branch.ts'
import { type HelpdeskUnderFire, startUnderFire } from '../faults/helpdesk-under-fire.ts'
import { eventually } from '../support/eventually.ts'
import { backup, inside, type Place, restore } from '../support/installation.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { startWriting } from '../support/writing-visitor.ts'

const publicUrl = 'http://localhost:8080'
const draftRef = 'refs/heads/cms/services/a-draft'

let folder: string
let helpdesks: HelpdeskUnderFire[]
let postgres: PostgresServer

beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-offer-backup-'))
  helpdesks = []
})
afterEach(async () => {
  for (const helpdesk of helpdesks) await helpdesk.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function startHelpdesk(place: Place): Promise<HelpdeskUnderFire> {
  const helpdesk = await startUnderFire({ ...place, publicUrl })
  helpdesks.push(helpdesk)
  return helpdesk
}

/** What a content repository holds: where its refs point, and the text of a file of the draft. */
async function contentOf(place: Place, change?: string) {
  const content = join(folder, 'content')
  mkdirSync(join(content, 'services'), { recursive: true })
  writeFileSync(join(content, 'services/a-service.md'), 'As it began.')
  const repository = await openContentRepository({
    gitDir: join(place.dataDir, 'content.git'),
    seedFrom: content,
  })
  if (change !== undefined) {
    const parent = (await repository.refTarget(mainRef)) ?? ''
    const blob = await repository.writeBlob(change)
    const commit = await repository.commit({
      parents: [parent],
      changes: [{ path: 'services/a-service.md', blob }],
      author: { role: 'editor', accountId: 'someone' },
      message: 'Change a service',
      at: Date.parse('2026-11-23T12:00:00Z'),
    })
    await repository.git(['update-ref', draftRef, commit])
  }
  const refs = await repository.refsUnder('refs/')
  const draft = await repository.blobAt(draftRef, 'services/a-service.md')
  const text = draft && (await repository.readBlob(draft))
  await repository.close()
  return { refs, text }
}

describe.each(['sqlite', 'postgres'])('a backup of a running installation (%s)', (engine) => {
  const newPlace = async (name: string): Promise<Place> => ({
    dataDir: join(folder, name),
    databaseUrl: engine === 'postgres' ? await postgres.createDatabase() : undefined,
  })

  it('restored elsewhere, gives back conversations, accounts and content, whole and as they were', async () => {
    const place = await newPlace('var')
    mkdirSync(place.dataDir)
    const accountId = await inside(place, async ({ accounts, database, audit }) => {
      const { accountId: id } = await accounts.invite({
        ...{ email: 'lead@example.org', name: 'Robin' },
        grants: [{ role: 'lead', scope: { kind: 'area' } }],
      })
      await database.write((trx) => audit.record(trx, { actor: id, action: 'sign-in', subject: 'account:x' }))
      return id
    })
    const content = await contentOf(place, 'As an editor left it.')
    mkdirSync(join(place.dataDir, 'recordings'))
    writeFileSync(join(place.dataDir, 'recordings/film.mp4'), 'moving pictures')

    // Somebody writes all the while.
    const helpdesk = await startHelpdesk(place)
    const visitor = await startWriting(helpdesk.address, publicUrl)
    await eventually(() => expect(visitor.acknowledged.length).toBeGreaterThan(50))
    const before = visitor.acknowledged.length
    const made = await backup(place, join(folder, 'backup'))
    expect(made).toMatchObject({ code: 0 })
    const during = visitor.acknowledged.length
    expect(during).toBeGreaterThan(before)
    await eventually(() => expect(visitor.acknowledged.length).toBeGreaterThan(during))
    const written = await visitor.finish()

    const elsewhere = await newPlace('restored')
    expect(await restore(elsewhere, join(folder, 'backup'))).toMatchObject({ code: 0 })

    const restored = await inside(elsewhere, async ({ database, accounts, audit, clock, newId }) => {
      const stores = createStores({ database, clock, newId })
      await database.write((trx) =>
        audit.record(trx, { actor: 'x', action: 'sign-out', subject: 'account:y' }),
      )
      return {
        name: await accounts.nameOf(accountId),
        messages: await stores.reader.allMessages(visitor.conversationId),
        audit: await audit.read({ subject: 'account:x' }),
        later: await audit.read({ subject: 'account:y' }),
      }
    })
    expect(restored.name).toBe('Robin')
    expect(restored.audit).toHaveLength(1)
    expect(restored.later).toHaveLength(1)
    // One moment: what was acknowledged before, perhaps a little more, and nothing left out in between.
    expect(restored.messages.length).toBeGreaterThanOrEqual(before)
    expect(restored.messages).toEqual(written.slice(0, restored.messages.length))
    expect(await contentOf(elsewhere)).toEqual(content)
    expect(content.text).toBe('As an editor left it.')
    expect(readFileSync(join(elsewhere.dataDir, 'recordings/film.mp4'), 'utf8')).toBe('moving pictures')
    expect(readFileSync(join(elsewhere.dataDir, 'secret'))).toEqual(
      readFileSync(join(place.dataDir, 'secret')),
    )

    // The family's own device still opens the conversation, and it goes on where it was.
    const again = await startHelpdesk(elsewhere)
    const answer = await fetch(`${again.address}${addresses.current}`, {
      headers: { cookie: visitor.cookie },
    })
    expect(currentConversationReply.parse(await answer.json())).toMatchObject({
      conversation: { id: visitor.conversationId, lastSeq: restored.messages.length },
    })
  })

  it('is for its owner’s eyes alone, and leaves nothing half done beside it', async () => {
    const place = await newPlace('var')
    await inside(place, async () => undefined)
    await contentOf(place, 'As an editor left it.')
    const to = join(folder, 'backup')
    expect((await backup(place, to)).code).toBe(0)
    expect(statSync(to).mode & 0o777).toBe(0o700)
    const files = readdirSync(to, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    for (const file of files) expect(statSync(join(file.parentPath, file.name)).mode & 0o077).toBe(0)
    expect(readdirSync(folder).filter((name) => name.includes('backup'))).toEqual(['backup'])
  })

  it('of an older version is brought up to date at the first start', async () => {
    const place = await newPlace('var')
    const older = await openDatabase(place)
    await migratePlatform(older)
    await older.migrate('helpdesk', helpdeskMigrations.slice(0, 1))
    await sql`insert into navigator (account_id, name, available, lease_until)
      values ('a1', ${'Robin \u2028 "界"'}, 0, 4102444800000)`.execute(older.kysely)
    await older.close()

    const to = join(folder, 'backup')
    expect(await backup(place, to)).toMatchObject({ code: 0 })
    const elsewhere = await newPlace('restored')
    expect(await restore(elsewhere, to)).toMatchObject({ code: 0 })
    await startHelpdesk(elsewhere)
    const { rows, taken } = await inside(elsewhere, async ({ database }) => ({
      rows: (await sql`select name, lease_until from navigator`.execute(database.kysely)).rows,
      taken: (await sql`select number from migration where owner = 'helpdesk'`.execute(database.kysely)).rows,
    }))
    expect(rows).toEqual([{ name: 'Robin \u2028 "界"', lease_until: 4_102_444_800_000 }])
    expect(taken).toHaveLength(helpdeskMigrations.length)
  })

  it('is not restored over an installation', async () => {
    const place = await newPlace('var')
    await inside(place, async () => undefined)
    const to = join(folder, 'backup')
    await backup(place, to)
    const { code, output } = await restore(place, to)
    expect(code).toBe(1)
    expect(output).toBe(
      `${place.dataDir} holds an installation already and is left as it is. Move it away, or set DATA_DIR to a folder that is not there yet.\n`,
    )
    if (place.databaseUrl === undefined) return
    const otherFolder = { ...place, dataDir: join(folder, 'other') }
    expect((await restore(otherFolder, to)).output).toMatch(
      /^The database that DATABASE_URL names holds tables already/,
    )
    expect(existsSync(join(otherFolder.dataDir, 'secret'))).toBe(false)
  })
})
