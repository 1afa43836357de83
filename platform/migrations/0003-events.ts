import type { Kysely } from 'kysely'

/** Events in the order in which they were committed, and how far each consumer has come. */
export async function createEvents(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('event')
    .addColumn('seq', 'bigint', (column) => column.primaryKey())
    .addColumn('id', 'text', (column) => column.notNull().unique())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('payload', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('event_type').on('event').columns(['type', 'seq']).execute()
  await db.schema
    .createTable('event_sequence')
    .addColumn('name', 'text', (column) => column.primaryKey())
    .addColumn('last', 'bigint', (column) => column.notNull())
    .execute()
  await db
    .$extendTables<{ event_sequence: { name: string; last: number } }>()
    .insertInto('event_sequence')
    .values({ name: 'event', last: 0 })
    .execute()
  await db.schema
    .createTable('event_consumer')
    .addColumn('consumer', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('claimed_until', 'bigint', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_consumer_key', ['consumer', 'type'])
    .execute()
}
