import type { Kysely, Transaction } from 'kysely'
import type { HelpdeskTables } from './tables.ts'

/** Who is on the desk. A navigator is available when their own switch is on and their desk is connected. */
export interface Navigators {
  /** How many are available at `now`. */
  countAvailable(now: number): Promise<number>
  /** The navigator's own switch. */
  isSwitchedOn(accountId: string): Promise<boolean>
  /** Notes that a navigator's desk is connected, until `leaseUntil` (ms UTC). */
  renew(
    trx: Transaction<unknown>,
    navigator: { accountId: string; name: string },
    leaseUntil: number,
  ): Promise<void>
  setSwitch(trx: Transaction<unknown>, accountId: string, on: boolean): Promise<void>
  /**
   * Switches off whoever was not connected lately, so that nobody comes back available without meaning to. True
   * when there was one.
   */
  switchOffLapsed(trx: Transaction<unknown>, now: number): Promise<boolean>
  /** Conversations whose navigator is no longer connected. */
  lapsedConversations(now: number): Promise<{ id: string; navigatorId: string; navigatorName: string }[]>
}

export function createNavigators(db: Kysely<unknown>): Navigators {
  const tables = db.$extendTables<HelpdeskTables>()
  return {
    async countAvailable(now) {
      const row = await tables
        .selectFrom('navigator')
        .select((expression) => expression.fn.countAll<number>().as('count'))
        .where('available', '=', 1)
        .where('lease_until', '>', now)
        .executeTakeFirst()
      return row?.count ?? 0
    },
    async isSwitchedOn(accountId) {
      const row = await tables
        .selectFrom('navigator')
        .select('available')
        .where('account_id', '=', accountId)
        .executeTakeFirst()
      return row?.available === 1
    },
    async renew(trx, { accountId, name }, leaseUntil) {
      await trx
        .$extendTables<HelpdeskTables>()
        .insertInto('navigator')
        .values({ account_id: accountId, name, available: 0, lease_until: leaseUntil })
        .onConflict((conflict) =>
          conflict.column('account_id').doUpdateSet({ name, lease_until: leaseUntil }),
        )
        .execute()
    },
    async setSwitch(trx, accountId, on) {
      await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('navigator')
        .set({ available: on ? 1 : 0 })
        .where('account_id', '=', accountId)
        .execute()
    },
    async switchOffLapsed(trx, now) {
      const { numUpdatedRows } = await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('navigator')
        .set({ available: 0 })
        .where('available', '=', 1)
        .where('lease_until', '<=', now)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    async lapsedConversations(now) {
      const rows = await tables
        .selectFrom('conversation')
        .innerJoin('navigator', 'navigator.account_id', 'conversation.navigator_id')
        .select(['conversation.id', 'navigator.account_id', 'navigator.name'])
        .where('conversation.state', '=', 'with-navigator')
        .where('navigator.lease_until', '<=', now)
        .orderBy('conversation.started_at')
        .execute()
      return rows.map((row) => ({ id: row.id, navigatorId: row.account_id, navigatorName: row.name }))
    },
  }
}
