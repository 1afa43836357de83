import type { Migration } from '#platform/database/migrations.ts'

/** How a visitor likes to be answered, what they said of the help they had, and what they may still do when they go. */
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
    await db.schema
      .createTable('parting_ticket')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversation.id'))
      .addColumn('ends_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('parting_ticket_by_conversation')
      .on('parting_ticket')
      .column('conversation_id')
      .execute()
  },
}
