import type { Migration } from '#platform/database/migrations.ts'

/** How a visitor likes to be answered, and what they said of the help they had. */
export const addVisitorWishes: Migration = {
  number: 3,
  name: 'visitors',
  async up(db) {
    await db.schema.alterTable('conversation').addColumn('preferred_contact', 'text').execute()
    await db.schema
      .createTable('rating')
      .addColumn('conversation_id', 'text', (column) => column.primaryKey().references('conversation.id'))
      .addColumn('helped', 'text', (column) => column.notNull())
      .addColumn('ease', 'text')
      .addColumn('rated_at', 'bigint', (column) => column.notNull())
      .execute()
  },
}
