import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe } from 'vitest'
import { type Database, type DatabaseOptions, openDatabase } from '#platform/database/database.ts'
import { type PostgresServer, startPostgres } from './postgres.ts'

/**
 * Runs the same tests on SQLite and on a real PostgreSQL, each test on a fresh, empty database.
 * Call `databases.open()` in a test; what it opened is closed and removed afterwards.
 */
export function describeOnBothEngines(name: string, tests: (databases: TestDatabases) => void): void {
  describe(`${name} (sqlite)`, () => tests(prepare(undefined)))
  describe(`${name} (postgres)`, () => {
    let server: PostgresServer | undefined
    beforeAll(async () => {
      server = await startPostgres()
    }, 60_000)
    afterAll(async () => server?.stop())
    tests(prepare(async () => server?.createDatabase()))
  })
}

export interface TestDatabases {
  /** where a fresh, empty database is; for opening it several times or from another process */
  place(): Promise<DatabaseOptions>
  /** a fresh database, or one more connection to `place` */
  open(place?: DatabaseOptions): Promise<Database>
}

function prepare(createUrl: (() => Promise<string | undefined>) | undefined): TestDatabases {
  const opened: Database[] = []
  const folders: string[] = []
  afterEach(async () => {
    for (const database of opened.splice(0)) await database.close()
    for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
  })

  async function place(): Promise<DatabaseOptions> {
    const dataDir = mkdtempSync(join(tmpdir(), 'local-offer-data-'))
    folders.push(dataDir)
    return { dataDir, databaseUrl: await createUrl?.() }
  }

  return {
    place,
    async open(at) {
      const database = await openDatabase(at ?? (await place()))
      opened.push(database)
      return database
    },
  }
}
