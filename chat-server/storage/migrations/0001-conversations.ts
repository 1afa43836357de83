import type { Migration } from '#platform/database/migrations.ts'

/** Conversations, their messages, who may open them, and navigators' leases. */
export const createConversations: Migration = {
  number: 1,
  name: 'conversations',
  async up(db) {
    await db.schema
      .createTable('conversation')
      .addColumn('id', 'text', (column) => column.primaryKey())
      .addColumn('reference', 'text', (column) => column.notNull().unique())
      .addColumn('client_conversation_id', 'text', (column) => column.notNull().unique())
      .addColumn('channel', 'text', (column) => column.notNull())
      .addColumn('state', 'text', (column) => column.notNull())
      .addColumn('visitor_name', 'text')
      .addColumn('about', 'text')
      .addColumn('page_from', 'text')
      .addColumn('uses', 'text', (column) => column.notNull())
      .addColumn('email', 'text')
      .addColumn('telephone', 'text')
      .addColumn('navigator_id', 'text')
      .addColumn('navigator_name', 'text')
      .addColumn('started_at', 'bigint', (column) => column.notNull())
      .addColumn('waiting_since', 'bigint')
      .addColumn('first_taken_at', 'bigint')
      .addColumn('ended_at', 'bigint')
      .addColumn('last_seq', 'integer', (column) => column.notNull())
      .addColumn('seen_by_visitor', 'integer', (column) => column.notNull())
      .addColumn('seen_by_navigator', 'integer', (column) => column.notNull())
      .addColumn('version', 'integer', (column) => column.notNull())
      .addColumn('text_removed_at', 'bigint')
      .execute()
    await db.schema
      .createIndex('conversation_by_state')
      .on('conversation')
      .columns(['state', 'started_at'])
      .execute()
    await db.schema
      .createIndex('conversation_by_first_taken')
      .on('conversation')
      .column('first_taken_at')
      .execute()

    await db.schema
      .createTable('message')
      .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversation.id'))
      .addColumn('seq', 'integer', (column) => column.notNull())
      .addColumn('author', 'text', (column) => column.notNull())
      .addColumn('author_id', 'text')
      .addColumn('author_name', 'text')
      .addColumn('client_message_id', 'text')
      .addColumn('text', 'text', (column) => column.notNull())
      .addColumn('sent_at', 'bigint', (column) => column.notNull())
      .addPrimaryKeyConstraint('message_key', ['conversation_id', 'seq'])
      .addUniqueConstraint('message_sent_once', ['conversation_id', 'client_message_id'])
      .execute()

    await db.schema
      .createTable('capability')
      .addColumn('hash', 'text', (column) => column.primaryKey())
      .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversation.id'))
      .addColumn('created_at', 'bigint', (column) => column.notNull())
      .execute()
    await db.schema
      .createIndex('capability_by_conversation')
      .on('capability')
      .column('conversation_id')
      .execute()

    await db.schema
      .createTable('navigator')
      .addColumn('account_id', 'text', (column) => column.primaryKey())
      .addColumn('name', 'text', (column) => column.notNull())
      .addColumn('available', 'integer', (column) => column.notNull())
      .addColumn('lease_until', 'bigint', (column) => column.notNull())
      .execute()
  },
}
