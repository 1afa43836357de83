import type { Kysely } from 'kysely'

/** What was published is read from the release itself: nobody ever took in the events that were kept of it. */
export async function dropEvents(db: Kysely<unknown>): Promise<void> {
  for (const table of ['event_consumer', 'event_sequence', 'event'])
    await db.schema.dropTable(table).execute()
}
