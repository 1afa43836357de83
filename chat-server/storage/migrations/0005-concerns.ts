import type { Migration } from '#platform/database/migrations.ts'

/** Safeguarding: concerns, who was told of them, held conversations and the words that prompt a navigator. */
export const addConcerns: Migration = {
  number: 5,
  name: 'concerns',
  async up(db) {
    await db.schema
      .alterTable('conversation')
      .addColumn('held', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    await db.schema
      .createTable('concern')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('client_concern_id', 'text', (column) => column.notNull().unique())
      .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversation.id'))
      .addColumn('about', 'text', (column) => column.notNull())
      .addColumn('reason', 'text', (column) => column.notNull())
      .addColumn('raised_by', 'text', (column) => column.notNull())
      .addColumn('raised_by_name', 'text', (column) => column.notNull())
      .addColumn('raised_at', 'bigint', (column) => column.notNull())
      .addColumn('acknowledge_by', 'bigint', (column) => column.notNull())
      .addColumn('acknowledged_at', 'bigint')
      .addColumn('owner_id', 'text')
      .addColumn('owner_name', 'text')
      .addColumn('escalated_at', 'bigint')
      .addColumn('review_on', 'text')
      .addColumn('outcome', 'text')
      .addColumn('closed_at', 'bigint')
      .addColumn('close_reason', 'text')
      .execute()
    await db.schema.createIndex('concern_by_conversation').on('concern').column('conversation_id').execute()
    await db.schema
      .createIndex('concern_by_close')
      .on('concern')
      .columns(['closed_at', 'raised_at'])
      .execute()
    await db.schema
      .createTable('concern_told')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('concern_id', 'text', (column) => column.notNull().references('concern.id'))
      .addColumn('whom', 'text', (column) => column.notNull())
      .addColumn('told_at', 'bigint', (column) => column.notNull())
      .addColumn('told_by', 'text', (column) => column.notNull())
      .addColumn('told_by_name', 'text', (column) => column.notNull())
      .addColumn('note', 'text')
      .execute()
    await db.schema.createIndex('concern_told_by_concern').on('concern_told').column('concern_id').execute()
    await db.schema
      .createTable('danger_word')
      .addColumn('word', 'text', (column) => column.primaryKey())
      .addColumn('added_by', 'text')
      .addColumn('added_at', 'bigint', (column) => column.notNull())
      .addColumn('removed_at', 'bigint')
      .execute()
  },
}
