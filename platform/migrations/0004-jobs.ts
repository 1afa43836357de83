import { type Kysely, sql } from 'kysely'

/** Work to be done once, by one process, again after a failure. */
export async function createJobs(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('job')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('claimed_until', 'bigint', (column) => column.notNull())
    .addColumn('claimed_by', 'text', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addColumn('last_error', 'text')
    .execute()
  await db.schema.createIndex('job_due').on('job').columns(['state', 'due_at']).execute()
  // One waiting job a key: asking twice for the same thing before it started is asking once.
  await sql`create unique index job_waiting on job (kind, key) where state = 'waiting'`.execute(db)
}
