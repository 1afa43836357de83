import { type Kysely, sql } from 'kysely'
import type { Engine } from './database.ts'
import { DatabaseError, DatabaseNewerError } from './database-errors.ts'

/** A numbered step forward. Numbers run 1, 2, 3 … for each owner; a step that was released is never edited. */
export interface Migration {
  number: number
  name: string
  up(db: Kysely<unknown>): Promise<void>
}

/** Runs the steps of `owner` that are not yet recorded, in order. See `Database.migrate`. */
export async function runMigrations(
  engine: Engine,
  owner: string,
  migrations: readonly Migration[],
): Promise<void> {
  migrations.forEach((migration, index) => {
    if (migration.number !== index + 1) {
      throw new DatabaseError(
        `Migration "${migration.name}" of ${owner} has number ${migration.number}; it must be ${index + 1}.`,
      )
    }
  })
  await whileLocked(engine, createMigrationTable)
  for (;;) {
    const done = await whileLocked(engine, (db) => runNext(db, owner, migrations))
    if (done) return
  }
}

/** Runs one step, if there is one left; true when there was none. */
async function runNext(
  db: Kysely<unknown>,
  owner: string,
  migrations: readonly Migration[],
): Promise<boolean> {
  const tables = db.$extendTables<MigrationTables>()
  const applied = await tables
    .selectFrom('migration')
    .select(['number', 'name'])
    .where('owner', '=', owner)
    .orderBy('number')
    .execute()
  if (applied.length > migrations.length) {
    throw new DatabaseNewerError(
      `The database is newer than this program (${owner} is at step ${applied.length}, the program knows ${migrations.length}). Start the newer version again, or restore a backup.`,
    )
  }
  const differing = applied.find((step, index) => step.name !== migrations[index]?.name)
  if (differing) {
    throw new DatabaseError(
      `The database took step ${differing.number} of ${owner} as "${differing.name}", but the program calls it "${migrations[differing.number - 1]?.name}". Start the version that wrote it.`,
    )
  }
  const next = migrations[applied.length]
  if (!next) return true
  await next.up(db)
  await tables
    .insertInto('migration')
    .values({ owner, number: next.number, name: next.name, applied_at: Date.now() })
    .execute()
  return false
}

/** One process at a time: on SQLite by its write lock, on PostgreSQL by an advisory lock. */
function whileLocked<Result>(
  engine: Engine,
  work: (db: Kysely<unknown>) => Promise<Result>,
): Promise<Result> {
  return engine.write(async (trx) => {
    if (engine.engine === 'postgres') {
      await sql`select pg_advisory_xact_lock(hashtext('local-offer migrations'))`.execute(trx)
    }
    return work(trx)
  })
}

/** The table that remembers which steps were taken. */
export async function createMigrationTable(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('migration')
    .ifNotExists()
    .addColumn('owner', 'text', (column) => column.notNull())
    .addColumn('number', 'integer', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('applied_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('migration_key', ['owner', 'number'])
    .execute()
}

type MigrationTables = {
  migration: { owner: string; number: number; name: string; applied_at: number }
}
