import { type Kysely, PostgresAdapter, sql } from 'kysely'
import type { Migration } from '#platform/database/migrations.ts'

/** The words of each conversation, for search: with what each engine brings for it. */
export const addSearch: Migration = {
  number: 9,
  name: 'search',
  async up(db) {
    const table = db.schema
      .createTable('conversation_search')
      .addColumn('conversation_id', 'text', (column) =>
        column.notNull().unique().references('conversation.id'),
      )
      .addColumn('stamp', 'integer', (column) => column.notNull())
      .addColumn('notes', 'integer', (column) => column.notNull())
    if (db.getExecutor().adapter instanceof PostgresAdapter) {
      await table.addColumn('words', sql`tsvector`, (column) => column.notNull()).execute()
      await sql`create index conversation_search_words on conversation_search using gin (words)`.execute(db)
      return
    }
    await table.addColumn('number', 'integer', (column) => column.primaryKey()).execute()
    await createWordTable(db)
  },
}

/** What is deleted is to be gone from the file too, not only marked. */
async function createWordTable(db: Kysely<unknown>): Promise<void> {
  await sql`create virtual table search_word using fts5(words, tokenize = 'unicode61', prefix = '3')`.execute(
    db,
  )
  await sql`insert into search_word (search_word, rank) values ('secure-delete', 1)`.execute(db)
}
