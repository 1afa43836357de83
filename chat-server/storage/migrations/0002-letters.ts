import { sql } from 'kysely'
import type { Migration } from '#platform/database/migrations.ts'

/** Private links, how far each visitor had read when we last emailed, and wishes to be rung. */
export const addLetters: Migration = {
  number: 2,
  name: 'letters',
  async up(db) {
    await db.schema
      .createTable('private_link')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversation.id'))
      .addColumn('made_at', 'bigint', (column) => column.notNull())
      .addColumn('ends_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('private_link_by_conversation')
      .on('private_link')
      .column('conversation_id')
      .execute()
    await db.schema.alterTable('conversation').addColumn('seen_when_emailed', 'integer').execute()
    await db.schema
      .alterTable('conversation')
      .addColumn('call_back', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    await db.schema.alterTable('conversation').addColumn('call_back_when', 'text').execute()
    await db.schema
      .createIndex('conversation_with_email')
      .on('conversation')
      .column('started_at')
      .where(sql.ref('email'), 'is not', null)
      .execute()
  },
}
