import type { Kysely } from 'kysely'
import { type StoredConversation, toConversation } from './conversation-rows.ts'
import type { HelpdeskTables } from './tables.ts'

/** The conversation of a reference number, such as `LO-7KQ4-2M9X`, in any case. */
export async function findByReference(
  db: Kysely<unknown>,
  reference: string,
): Promise<StoredConversation | undefined> {
  const row = await db
    .$extendTables<HelpdeskTables>()
    .selectFrom('conversation')
    .selectAll()
    .where('reference', '=', reference.trim().toUpperCase())
    .executeTakeFirst()
  return row && toConversation(row)
}

/** Reference numbers of the conversations for which this email address was left, the oldest first. */
export async function referencesOf(db: Kysely<unknown>, email: string): Promise<string[]> {
  const rows = await db
    .$extendTables<HelpdeskTables>()
    .selectFrom('conversation')
    .select('reference')
    .where(({ eb, fn }) => eb(fn<string>('lower', ['email']), '=', email.trim().toLowerCase()))
    .orderBy('started_at')
    .execute()
  return rows.map(({ reference }) => reference)
}
