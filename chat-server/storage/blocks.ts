import type { Transaction } from 'kysely'
import { ConcernNeedsLead } from '../domain/errors.ts'
import { refuseWithoutText } from './steady-conversation.ts'
import type { HelpdeskTables } from './tables.ts'

/** Who was blocked, kept with the conversation alone: no list of people anywhere. */
export interface Blocks {
  /**
   * Notes that whoever wrote a conversation is blocked; again is no change. Throws `ConcernNeedsLead` when a concern holds
   * it and `isLead` is false, `TextRemoved`.
   */
  set(
    trx: Transaction<unknown>,
    id: string,
    block: { reason: string; by: string; isLead: boolean },
  ): Promise<boolean>
  /** False when nobody was blocked. */
  lift(trx: Transaction<unknown>, id: string): Promise<boolean>
}

export function createBlocks(clock: () => number): Blocks {
  return {
    async set(trx, id, { reason, by, isLead }) {
      const tables = trx.$extendTables<HelpdeskTables>()
      const row = await tables
        .updateTable('conversation')
        // A concern that is raised at this moment waits for this row, or is seen here.
        .set(({ ref }) => ({ version: ref('version') }))
        .where('id', '=', id)
        .returning(['held', 'blocked_at', 'text_removed_at'])
        .executeTakeFirst()
      if (row?.held === 1 && !isLead) throw new ConcernNeedsLead()
      if (row?.blocked_at != null) return false
      refuseWithoutText({ textRemoved: row?.text_removed_at != null })
      await tables
        .updateTable('conversation')
        .set({ blocked_at: clock(), block_reason: reason, blocked_by: by })
        .where('id', '=', id)
        .execute()
      return true
    },

    async lift(trx, id) {
      const { numUpdatedRows } = await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('conversation')
        .set({ blocked_at: null, block_reason: null, blocked_by: null })
        .where('id', '=', id)
        .where('blocked_at', 'is not', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}
