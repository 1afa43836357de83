import { type Kysely, sql, type Transaction } from 'kysely'
import { z } from 'zod'
import type { Sign } from '../domain/presence.ts'
import type { HelpdeskTables } from './tables.ts'

/** A navigator as the desk knows them. */
export interface DeskNavigator extends Sign {
  name: string
  /** their own switch */
  available: boolean
  /** how many chats they want at once */
  capacity: number
  /** what they are good at, such as a language */
  helpsWith: string[]
  /** chats that they have now */
  chats: number
}

/** Who works at the desk. Whether somebody is there now is for `Presence` to say, by their `leaseUntil`. */
export interface Navigators {
  all(): Promise<DeskNavigator[]>
  find(accountId: string): Promise<DeskNavigator | undefined>
  /** Notes that a navigator's desk is connected: a new `leaseUntil` (ms UTC), always another than before. */
  renew(
    trx: Transaction<unknown>,
    navigator: { accountId: string; name: string },
    leaseUntil: number,
  ): Promise<void>
  /** The navigator's own switch; `now` in ms UTC. */
  setSwitch(trx: Transaction<unknown>, accountId: string, on: boolean, now: number): Promise<void>
  /** How many chats they want at once and what they are good at. */
  setWork(
    trx: Transaction<unknown>,
    accountId: string,
    work: Pick<DeskNavigator, 'capacity' | 'helpsWith'>,
  ): Promise<void>
  /** Switches somebody off unless there was another sign of them. True when they were on. */
  switchOff(trx: Transaction<unknown>, sign: Sign): Promise<boolean>
  /** Switches off whoever switched on before `closedAt` (ms UTC). True when there was one. */
  switchOffSince(trx: Transaction<unknown>, closedAt: number): Promise<boolean>
  /** Whether this is still the last sign of them. */
  isLastSign(trx: Transaction<unknown>, sign: Sign): Promise<boolean>
  /** Forgets somebody who has left. */
  remove(trx: Transaction<unknown>, accountId: string): Promise<void>
}

export function createNavigators(db: Kysely<unknown>): Navigators {
  const rows = db
    .$extendTables<HelpdeskTables>()
    .selectFrom('navigator')
    .selectAll()
    .select(({ selectFrom }) =>
      selectFrom('conversation')
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .whereRef('conversation.navigator_id', '=', 'navigator.account_id')
        .where('conversation.state', '=', 'with-navigator')
        .where('conversation.channel', '=', 'chat')
        .as('chats'),
    )

  return {
    async all() {
      return (await rows.orderBy('name').orderBy('account_id').execute()).map(toNavigator)
    },
    async find(accountId) {
      const row = await rows.where('account_id', '=', accountId).executeTakeFirst()
      return row && toNavigator(row)
    },
    async renew(trx, { accountId, name }, leaseUntil) {
      await trx
        .$extendTables<HelpdeskTables>()
        .insertInto('navigator')
        .values({ account_id: accountId, name, available: 0, lease_until: leaseUntil, switched_on_at: null })
        .onConflict((conflict) =>
          conflict.column('account_id').doUpdateSet({
            name,
            lease_until: sql<number>`case when navigator.lease_until = ${leaseUntil} then navigator.lease_until + 1 else ${leaseUntil} end`,
          }),
        )
        .execute()
    },
    async setSwitch(trx, accountId, on, now) {
      await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('navigator')
        .set({ available: on ? 1 : 0, switched_on_at: on ? now : null })
        .where('account_id', '=', accountId)
        .execute()
    },
    async setWork(trx, accountId, { capacity, helpsWith }) {
      await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('navigator')
        .set({ capacity, helps_with: JSON.stringify(helpsWith) })
        .where('account_id', '=', accountId)
        .execute()
    },
    async switchOff(trx, { accountId, leaseUntil }) {
      const { numUpdatedRows } = await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('navigator')
        .set({ available: 0, switched_on_at: null })
        .where('account_id', '=', accountId)
        .where('available', '=', 1)
        .where('lease_until', '=', leaseUntil)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    async switchOffSince(trx, closedAt) {
      const { numUpdatedRows } = await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('navigator')
        .set({ available: 0, switched_on_at: null })
        .where('available', '=', 1)
        .where('switched_on_at', '<', closedAt)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    async isLastSign(trx, { accountId, leaseUntil }) {
      const row = await trx
        .$extendTables<HelpdeskTables>()
        .selectFrom('navigator')
        .select('account_id')
        .where('account_id', '=', accountId)
        .where('lease_until', '=', leaseUntil)
        .executeTakeFirst()
      return row !== undefined
    },
    async remove(trx, accountId) {
      await trx
        .$extendTables<HelpdeskTables>()
        .deleteFrom('navigator')
        .where('account_id', '=', accountId)
        .execute()
    },
  }
}

function toNavigator(row: {
  account_id: string
  name: string
  available: number
  lease_until: number
  capacity: number
  helps_with: string
  chats: number | null
}): DeskNavigator {
  return {
    accountId: row.account_id,
    name: row.name,
    available: row.available === 1,
    leaseUntil: row.lease_until,
    capacity: row.capacity,
    helpsWith: helpsWithSchema.parse(JSON.parse(row.helps_with)),
    chats: row.chats ?? 0,
  }
}

const helpsWithSchema = z.array(z.string())
