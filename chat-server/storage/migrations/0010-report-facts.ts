import type { Migration } from '#platform/database/migrations.ts'

/** What reports count of a conversation and could not know from its other columns, also after its text is gone. */
export const addReportFacts: Migration = {
  number: 10,
  name: 'report-facts',
  async up(db) {
    await db.schema.alterTable('conversation').addColumn('message_since', 'bigint').execute()
    await db.schema
      .alterTable('conversation')
      .addColumn('went_on', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    await db.schema
      .createIndex('conversation_by_start')
      .on('conversation')
      .columns(['started_at', 'id'])
      .execute()
    await db.schema.createIndex('conversation_by_earlier').on('conversation').column('earlier_id').execute()
    await db.schema.createIndex('gap_by_time').on('gap').column('noted_at').execute()
    await db.schema.createIndex('mark_by_time').on('mark').column('marked_at').execute()
  },
}
