import type { Kysely, Transaction } from 'kysely'
import { capabilityEnds, hashCapability, renewsBefore } from './capability.ts'
import type { HelpdeskTables } from './tables.ts'

/** What visitors' cookies open, and for how long. */
export interface Capabilities {
  /** Lets whoever holds `capability` open the conversation, for `capabilityMs` after its last use. */
  allow(trx: Transaction<unknown>, conversationId: string, capability: string): Promise<void>
  /** Moves the end on, at most once a day. True when it did: then the cookie goes out anew, too. */
  renew(trx: Transaction<unknown>, capability: string): Promise<boolean>
  /** Whether there are any that open nothing any more. */
  hasEnded(): Promise<boolean>
  /** Removes those and gives their hashes. */
  removeEnded(trx: Transaction<unknown>): Promise<string[]>
}

export function createCapabilities(db: Kysely<unknown>, clock: () => number): Capabilities {
  return {
    async allow(trx, conversationId, capability) {
      const now = clock()
      const row = { hash: hashCapability(capability), conversation_id: conversationId, created_at: now }
      await trx
        .$extendTables<HelpdeskTables>()
        .insertInto('capability')
        .values({ ...row, ends_at: capabilityEnds(now) })
        .execute()
    },
    async renew(trx, capability) {
      const now = clock()
      const { numUpdatedRows } = await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('capability')
        .set({ ends_at: capabilityEnds(now) })
        .where('hash', '=', hashCapability(capability))
        .where('ends_at', '>', now)
        .where('ends_at', '<=', renewsBefore(now))
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    async hasEnded() {
      const row = await db
        .$extendTables<HelpdeskTables>()
        .selectFrom('capability')
        .select('hash')
        .where('ends_at', '<=', clock())
        .limit(1)
        .executeTakeFirst()
      return row !== undefined
    },
    async removeEnded(trx) {
      const rows = await trx
        .$extendTables<HelpdeskTables>()
        .deleteFrom('capability')
        .where('ends_at', '<=', clock())
        .returning('hash')
        .execute()
      return rows.map(({ hash }) => hash)
    },
  }
}
