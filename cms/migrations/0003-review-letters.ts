import type { Kysely } from 'kysely'

/** Which drafts in review the editors were told of, so that they are told once of each time that it was sent to them. */
export async function createReviewLetters(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('review_letter')
    .addColumn('subject', 'text', (column) => column.primaryKey())
    // ms UTC
    .addColumn('submitted_at', 'bigint', (column) => column.notNull())
    .execute()
}
