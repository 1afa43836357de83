import type { Kysely } from 'kysely'
import type { Migration } from '#platform/database/migrations.ts'

/**
 * What navigators keep beside a conversation: notes, tags, follow-ups, colleagues, saved replies. Blocking, what a
 * family let us see of before, and the address that paper goes to.
 */
export const addDeskWork: Migration = {
  number: 7,
  name: 'desk-work',
  async up(db) {
    for (const column of ['promised_on', 'block_reason', 'blocked_by', 'earlier_id', 'post_to'])
      await db.schema.alterTable('conversation').addColumn(column, 'text').execute()
    await db.schema.alterTable('conversation').addColumn('blocked_at', 'bigint').execute()
    for (const list of ['colleagues', 'tags'])
      await db.schema
        .alterTable('conversation')
        .addColumn(list, 'text', (column) => column.notNull().defaultTo('[]'))
        .execute()
    await createNotes(db)
    await createSavedReplies(db)
  },
}

async function createNotes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('internal_note')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('client_note_id', 'text', (column) => column.notNull().unique())
    .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversation.id'))
    .addColumn('author_id', 'text', (column) => column.notNull())
    .addColumn('author_name', 'text')
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('written_at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema
    .createIndex('internal_note_conversation')
    .on('internal_note')
    .columns(['conversation_id', 'written_at'])
    .execute()
  await db.schema
    .createTable('follow_up')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('conversation_id', 'text', (column) => column.notNull().references('conversation.id'))
    .addColumn('account_id', 'text', (column) => column.notNull())
    .addColumn('due_on', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('made_at', 'bigint', (column) => column.notNull())
    .addColumn('done_at', 'bigint')
    .execute()
  await db.schema.createIndex('follow_up_due').on('follow_up').columns(['account_id', 'due_on']).execute()
  await db.schema.createIndex('follow_up_conversation').on('follow_up').column('conversation_id').execute()
}

async function createSavedReplies(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('saved_reply')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('owner_id', 'text')
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('easy_text', 'text')
    .addColumn('changed_by', 'text', (column) => column.notNull())
    .addColumn('changed_at', 'bigint', (column) => column.notNull())
    .addColumn('removed_at', 'bigint')
    .execute()
}
