import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from './database.ts'
import { DatabaseError } from './database-errors.ts'

describe('the SQLite file', () => {
  let dataDir: string
  let opened: Database[]

  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'local-offer-sqlite-'))
    opened = []
  })
  afterEach(async () => {
    for (const database of opened) await database.close()
    rmSync(dataDir, { recursive: true, force: true })
  })

  async function open(): Promise<Database> {
    const database = await openDatabase({ dataDir, databaseUrl: undefined })
    opened.push(database)
    return database
  }

  it('survives a power cut: every commit is flushed', async () => {
    const { kysely } = await open()
    const setting = async (name: string) =>
      (await sql.raw<Record<string, unknown>>(`pragma ${name}`).execute(kysely)).rows[0]
    expect(await setting('journal_mode')).toEqual({ journal_mode: 'wal' })
    expect(await setting('synchronous')).toEqual({ synchronous: 2 })
    expect(await setting('foreign_keys')).toEqual({ foreign_keys: 1 })
    expect(await setting('busy_timeout')).toEqual({ timeout: 5000 })
  })

  it('is read by its owner alone', async () => {
    await open()
    expect(statSync(join(dataDir, 'local-offer.sqlite')).mode & 0o777).toBe(0o600)
  })

  it('shares one transaction between the writes of one turn', async () => {
    const database = await open()
    await sql`create table t (n integer)`.execute(database.kysely)
    const wal = join(dataDir, 'local-offer.sqlite-wal')
    const before = statSync(wal).size
    const insert = (n: number) => database.write((trx) => sql`insert into t values (${n})`.execute(trx))
    await Promise.all(Array.from({ length: 50 }, (_, n) => insert(n)))
    // One transaction writes the table's page once; 50 transactions would write it 50 times.
    expect(statSync(wal).size - before).toBeLessThan(3 * 4200)
  })

  it('gives few rows and many, in their order, as often as it is asked', async () => {
    const { kysely } = await open()
    const upTo = async (last: number) => {
      const numbers = sql<{ n: number; twice: number }>`
        with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < ${last})
        select n, 2 * n as twice from numbers`
      return (await numbers.execute(kysely)).rows
    }
    for (const last of [3, 250, 250, 250, 3, 3])
      expect(await upTo(last)).toEqual(
        Array.from({ length: last }, (_, at) => ({ n: at + 1, twice: 2 * at + 2 })),
      )
  })

  it('refuses a write inside a write instead of waiting for ever', async () => {
    const database = await open()
    await sql`create table t (n integer)`.execute(database.kysely)
    const nested = database.write(() => database.write((trx) => sql`insert into t values (1)`.execute(trx)))
    await expect(nested).rejects.toThrow(/inside another write/)
    const single = database.write(() => sql`insert into t values (1)`.execute(database.kysely))
    await expect(single).rejects.toThrow(/inside another write/)
    await database.write((trx) => sql`insert into t values (2)`.execute(trx))
  })

  it('says what is wrong with a damaged file and leaves it as it was', async () => {
    const file = join(dataDir, 'local-offer.sqlite')
    writeFileSync(file, 'this is not a database at all, but it is long enough to look at')
    await expect(open()).rejects.toThrow(DatabaseError)
    await expect(open()).rejects.toThrow(`The database ${file} is damaged. Restore it from a backup`)
    expect(readFileSync(file, 'utf8')).toMatch(/^this is not a database/)
  })

  it('finds a file that was cut off', async () => {
    const database = await open()
    await sql`create table t (text text)`.execute(database.kysely)
    await database.write((trx) => sql`insert into t values (${'x'.repeat(100_000)})`.execute(trx))
    await database.close()
    opened = []
    truncateSync(join(dataDir, 'local-offer.sqlite'), 20_000)
    await expect(open()).rejects.toThrow(/is damaged/)
  })

  it('says what to do when the folder cannot be written', async () => {
    const file = join(dataDir, 'a-file')
    writeFileSync(file, '')
    dataDir = join(file, 'var')
    await expect(open()).rejects.toThrow(/We cannot write the database .* or set DATA_DIR to another folder/)
    dataDir = join(file, '..')
  })

  it('says what to do when the file may not be written', async () => {
    mkdirSync(join(dataDir, 'local-offer.sqlite'))
    await expect(open()).rejects.toThrow(/We cannot write the database/)
  })
})
