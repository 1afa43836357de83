import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { type Kysely, sql } from 'kysely'
import type { Database } from '../../platform/database/database.ts'
import { createMigrationTable } from '../../platform/database/migrations.ts'
import { migrationsOf, readSteps, type Steps } from './schema-steps.ts'

/** Rows that go over at once. */
const batchSize = 500

/**
 * Writes all tables of a PostgreSQL, as they are at one moment, into `folder`: a file a table, a row a line as JSON. Others
 * write on meanwhile. Needs no program of PostgreSQL: pg_dump refuses a server that is newer than itself.
 */
export async function savePostgresTables(database: Database, folder: string): Promise<Steps> {
  await mkdir(folder, { mode: 0o700 })
  return database.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .setAccessMode('read only')
    .execute(async (trx) => {
      // The first read settles the moment that all others see.
      const steps = await readSteps(trx)
      for (const table of await tablesOf(trx)) {
        const file = createWriteStream(join(folder, `${table}.jsonl`), { mode: 0o600 })
        await pipeline(Readable.from(rowsOf(trx, table)), file)
      }
      return steps
    })
}

/** Fills an empty PostgreSQL from such a folder: all of it, or nothing. */
export async function loadPostgresTables(database: Database, folder: string, steps: Steps): Promise<void> {
  const migrations = migrationsOf(steps, 'postgres')
  await database.write(async (trx) => {
    await createMigrationTable(trx)
    for (const migration of migrations) await migration.up(trx)
    const tables = await tablesOf(trx)
    // Some steps put rows in, which the backup holds too, as they were later.
    for (const table of tables.toReversed()) {
      if (await holdsRows(trx, table)) await sql`delete from ${sql.table(table)}`.execute(trx)
    }
    for (const table of tables) {
      await loadTable(trx, table, join(folder, `${table}.jsonl`))
      await continueNumbers(trx, table)
    }
  })
}

/** Whether the database has no tables yet. */
export async function isEmptyPostgres(database: Database): Promise<boolean> {
  return (await tablesOf(database.kysely)).length === 0
}

/** The tables that outlive a crash, each after those that it refers to. */
async function tablesOf(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ name: string; refersTo: string[] }>`
    select t.relname as name, array(
      select r.relname::text from pg_constraint c join pg_class r on r.oid = c.confrelid
      where c.conrelid = t.oid and c.contype = 'f' and c.confrelid <> t.oid
    ) as "refersTo"
    from pg_class t where t.relnamespace = current_schema()::regnamespace and t.relkind = 'r' and t.relpersistence = 'p'
    order by t.relname`.execute(db)
  const ordered: string[] = []
  function add(name: string): void {
    if (ordered.includes(name)) return
    for (const earlier of rows.find((table) => table.name === name)?.refersTo ?? []) add(earlier)
    ordered.push(name)
  }
  for (const { name } of rows) add(name)
  return ordered
}

async function* rowsOf(db: Kysely<unknown>, table: string): AsyncGenerator<string> {
  await sql`declare saved_rows cursor for select row_to_json(t)::text as row from ${sql.table(table)} t`.execute(
    db,
  )
  for (;;) {
    const { rows } = await sql<{ row: string }>`fetch ${sql.lit(batchSize)} from saved_rows`.execute(db)
    if (rows.length === 0) break
    yield rows.map(({ row }) => `${row}\n`).join('')
  }
  await sql`close saved_rows`.execute(db)
}

async function loadTable(db: Kysely<unknown>, table: string, file: string): Promise<void> {
  let batch: string[] = []
  async function insert(): Promise<void> {
    if (batch.length === 0) return
    const rows = `[${batch.join(',')}]`
    batch = []
    await sql`insert into ${sql.table(table)} overriding system value
      select * from json_populate_recordset(null::${sql.table(table)}, ${rows}::json)`.execute(db)
  }
  for await (const line of linesOf(file)) {
    batch.push(line)
    if (batch.length === batchSize) await insert()
  }
  await insert()
}

/** Lines end with a line feed alone: Node's own reader also parts them at characters that people may have written. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = ''
  for await (const piece of createReadStream(file, 'utf8')) {
    const lines = `${rest}${piece}`.split('\n')
    rest = lines.pop() ?? ''
    yield* lines
  }
  if (rest !== '') yield rest
}

/** Columns that number themselves go on after the greatest number that was loaded. */
async function continueNumbers(db: Kysely<unknown>, table: string): Promise<void> {
  const { rows } = await sql<{ column: string; sequence: string }>`
    select attname as column, pg_get_serial_sequence(${table}, attname) as sequence
    from pg_attribute where attrelid = ${table}::regclass and attnum > 0 and not attisdropped
      and pg_get_serial_sequence(${table}, attname) is not null`.execute(db)
  for (const { column, sequence } of rows) {
    await sql`select setval(${sequence}, (select coalesce(max(${sql.ref(column)}), 0) + 1 from ${sql.table(table)}), false)`.execute(
      db,
    )
  }
}

async function holdsRows(db: Kysely<unknown>, table: string): Promise<boolean> {
  const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)
  return rows.length > 0
}
