import type { Migration } from '#platform/database/migrations.ts'

/** How many chats a navigator takes and what they are good at, transfers on offer, arrivals, the end of capabilities. */
export const addRouting: Migration = {
  number: 4,
  name: 'routing',
  async up(db) {
    await db.schema
      .alterTable('navigator')
      .addColumn('capacity', 'integer', (column) => column.notNull().defaultTo(4))
      .execute()
    await db.schema
      .alterTable('navigator')
      .addColumn('helps_with', 'text', (column) => column.notNull().defaultTo('[]'))
      .execute()
    await db.schema.alterTable('navigator').addColumn('switched_on_at', 'bigint').execute()
    await db.schema.alterTable('conversation').addColumn('offered_to', 'text').execute()
    await db.schema.alterTable('conversation').addColumn('offered_at', 'bigint').execute()
    // Conversations from before have 0 and stay in the order of their start.
    await db.schema
      .alterTable('conversation')
      .addColumn('arrival', 'integer', (column) => column.notNull().defaultTo(0))
      .execute()
    await db.schema.createIndex('conversation_by_arrival').on('conversation').column('arrival').execute()
    await db.schema
      .createIndex('conversation_by_navigator')
      .on('conversation')
      .columns(['navigator_id', 'state', 'channel'])
      .execute()
    await db.schema.alterTable('capability').addColumn('ends_at', 'bigint').execute()
    await db.schema.createIndex('capability_by_end').on('capability').column('ends_at').execute()
  },
}
