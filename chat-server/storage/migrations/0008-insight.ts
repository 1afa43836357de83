import type { Migration } from '#platform/database/migrations.ts'

/** What families could not find, the points they made, what editors are asked to do about it, and what is posted on paper. */
export const addInsight: Migration = {
  number: 8,
  name: 'insight',
  async up(db) {
    await db.schema
      .createTable('gap')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('client_gap_id', 'text', (column) => column.notNull().unique())
      .addColumn('conversation_id', 'text', (column) => column.references('conversation.id'))
      .addColumn('need', 'text')
      .addColumn('age', 'integer')
      .addColumn('area', 'text')
      .addColumn('words', 'text')
      .addColumn('noted_by', 'text', (column) => column.notNull())
      .addColumn('noted_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createTable('theme')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('title', 'text', (column) => column.notNull())
      .addColumn('made_by', 'text', (column) => column.notNull())
      .addColumn('made_at', 'bigint', (column) => column.notNull())
      .addColumn('closed_at', 'bigint')
      .execute()
    await db.schema
      .createTable('mark')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('client_mark_id', 'text', (column) => column.notNull().unique())
      .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversation.id'))
      .addColumn('seq', 'integer')
      .addColumn('theme_id', 'text', (column) => column.references('theme.id'))
      .addColumn('words', 'text')
      .addColumn('marked_by', 'text', (column) => column.notNull())
      .addColumn('marked_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema.createIndex('mark_conversation').on('mark').column('conversation_id').execute()
    await db.schema.createIndex('mark_theme').on('mark').column('theme_id').execute()
    await db.schema
      .createTable('editor_task')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('client_task_id', 'text', (column) => column.notNull().unique())
      .addColumn('kind', 'text', (column) => column.notNull())
      .addColumn('path', 'text')
      .addColumn('words', 'text', (column) => column.notNull())
      .addColumn('made_by', 'text', (column) => column.notNull())
      .addColumn('made_by_name', 'text', (column) => column.notNull())
      .addColumn('made_at', 'bigint', (column) => column.notNull())
      .addColumn('done_at', 'bigint')
      .addColumn('done_by', 'text')
      .addColumn('outcome', 'text')
      .execute()
    await db.schema
      .createTable('paper_request')
      .addColumn('conversation_id', 'text', (column) => column.primaryKey().references('conversation.id'))
      .addColumn('items', 'text', (column) => column.notNull())
      .addColumn('large_print', 'integer', (column) => column.notNull())
      .addColumn('easy_read', 'integer', (column) => column.notNull())
      .addColumn('posted_on', 'text')
      .addColumn('posted_by', 'text')
      .execute()
    await db.schema
      .createIndex('editor_task_open')
      .on('editor_task')
      .columns(['done_at', 'made_at'])
      .execute()
  },
}
