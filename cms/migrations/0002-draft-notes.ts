import type { Kysely } from 'kysely'

/** What providers and editors write to each other about a draft. Never in Git: it goes with the draft. */
export async function createDraftNotes(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('draft_note')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('author_id', 'text', (column) => column.notNull())
    .addColumn('author_role', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .execute()
  await db.schema.createIndex('draft_note_subject').on('draft_note').columns(['subject', 'at']).execute()
}
