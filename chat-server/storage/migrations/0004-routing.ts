import type { Migration } from '#platform/database/migrations.ts'

/** How many conversations a navigator takes and what they are good at, transfers on offer, and the end of capabilities. */
export const addRouting: Migration = {
  number: 4,
  name: 'routing',
  async up(db) {
    await db.schema
      .alterTable('navigator')
      .addColumn('capacity', 'integer', (column) => column.notNull().defaultTo(4))
      .execute()
    await db.schema
      .alterTable('navigator')
      .addColumn('helps_with', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute()
    await db.schema.alterTable('conversation').addColumn('offered_to', 'text').execute()
    await db.schema.alterTable('conversation').addColumn('offered_at', 'bigint').execute()
    await db.schema.alterTable('capability').addColumn('ends_at', 'bigint').execute()
  },
}
