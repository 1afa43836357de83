import type { Kysely } from 'kysely'

/** Which reminders and weekly letters were sent, so that each is sent once, and who wants no weekly letter. */
export async function createReminders(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('review_reminder')
    .addColumn('record_id', 'text', (column) => column.notNull())
    // Calendar dates, YYYY-MM-DD.
    .addColumn('due_on', 'text', (column) => column.notNull())
    .addColumn('rung', 'text', (column) => column.notNull())
    .addColumn('sent_on', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('review_reminder_key', ['record_id', 'due_on', 'rung'])
    .execute()
  await db.schema
    .createTable('weekly_letter')
    .addColumn('account_id', 'text', (column) =>
      column.notNull().references('staff_account.id').onDelete('cascade'),
    )
    .addColumn('week', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('weekly_letter_key', ['account_id', 'week'])
    .execute()
  await db.schema
    .createTable('weekly_letter_stop')
    .addColumn('account_id', 'text', (column) =>
      column.primaryKey().references('staff_account.id').onDelete('cascade'),
    )
    .addColumn('stopped_at', 'bigint', (column) => column.notNull())
    .execute()
}
