import { type Kysely, sql } from 'kysely'
import type { Database } from '../database/database.ts'

/** Who did what. The database itself refuses to change or remove an entry. */
export async function createAudit(db: Kysely<unknown>, engine: Database['engine']): Promise<void> {
  await db.schema
    .createTable('audit_entry')
    .addColumn('seq', engine === 'postgres' ? 'bigint' : 'integer', (column) =>
      engine === 'postgres'
        ? column.primaryKey().generatedAlwaysAsIdentity()
        : column.primaryKey().autoIncrement(),
    )
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('action', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('audit_entry_subject').on('audit_entry').columns(['subject', 'seq']).execute()
  await (engine === 'postgres' ? refuseChangesOnPostgres(db) : refuseChangesOnSqlite(db))
}

async function refuseChangesOnSqlite(db: Kysely<unknown>): Promise<void> {
  for (const change of ['update', 'delete']) {
    await sql`create trigger ${sql.raw(`audit_entry_no_${change}`)} before ${sql.raw(change)} on audit_entry
      begin select raise(abort, 'audit entries are never changed'); end`.execute(db)
  }
}

async function refuseChangesOnPostgres(db: Kysely<unknown>): Promise<void> {
  await sql`create function refuse_audit_change() returns trigger language plpgsql as
    'begin raise exception ''audit entries are never changed''; end'`.execute(db)
  await sql`create trigger audit_entry_no_change before update or delete or truncate on audit_entry
    for each statement execute function refuse_audit_change()`.execute(db)
}
