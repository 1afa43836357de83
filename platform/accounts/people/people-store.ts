import { sql, type Transaction } from 'kysely'
import type { Database, NoTables } from '../../database/database.ts'
import { type AccountRow, grantsOfAccount, toGrant } from '../account-store.ts'
import type { AccountTables } from '../account-tables.ts'
import type { Grant } from '../grants.ts'

/** The people with accounts, for those who look after them. */
export function createPeopleStore({ database }: { database: Database }) {
  const tables = database.kysely.$extendTables<AccountTables>()

  async function grantsByAccount(): Promise<Map<string, Grant[]>> {
    const rows = await tables
      .selectFrom('staff_grant')
      .selectAll()
      .orderBy('role')
      .orderBy('scope_id')
      .execute()
    const found = new Map<string, Grant[]>()
    for (const row of rows) found.set(row.account_id, [...(found.get(row.account_id) ?? []), toGrant(row)])
    return found
  }

  return {
    /** everybody, by name */
    async list(): Promise<PersonWithAccount[]> {
      const grants = await grantsByAccount()
      const rows = await tables
        .selectFrom('staff_account')
        .select(columns)
        .orderBy('name')
        .orderBy('id')
        .execute()
      return rows.map((row) => toPerson(row, grants.get(row.id) ?? []))
    },

    /** one of them, or undefined */
    async find(accountId: string): Promise<PersonWithAccount | undefined> {
      const row = await tables
        .selectFrom('staff_account')
        .select(columns)
        .where('id', '=', accountId)
        .executeTakeFirst()
      if (!row) return undefined
      return toPerson(row, await grantsOfAccount(database, accountId))
    },

    /** names by account */
    async names(): Promise<Map<string, string>> {
      const rows = await tables.selectFrom('staff_account').select(['id', 'name']).execute()
      return new Map(rows.map(({ id, name }) => [id, name]))
    },

    /** takes one role away; gives whether it was there */
    async removeGrant(
      trx: Transaction<NoTables>,
      accountId: string,
      { role, scope }: Grant,
    ): Promise<boolean> {
      const removed = await trx
        .$extendTables<AccountTables>()
        .deleteFrom('staff_grant')
        .where('account_id', '=', accountId)
        .where('role', '=', role)
        .where('scope_kind', '=', scope.kind)
        .where('scope_id', '=', scope.kind === 'area' ? '' : scope.id)
        .returning('role')
        .executeTakeFirst()
      return removed !== undefined
    },

    /** the account with its roles, sessions and links to identity providers; gives whether it was there */
    async remove(trx: Transaction<NoTables>, accountId: string): Promise<boolean> {
      const removed = await trx
        .$extendTables<AccountTables>()
        .deleteFrom('staff_account')
        .where('id', '=', accountId)
        .returning('id')
        .executeTakeFirst()
      return removed !== undefined
    },

    /**
     * Whether somebody who can sign in anywhere is left to look after accounts. Until the transaction ends, nobody else
     * can take away the role of one of them.
     */
    async hasAdmin(trx: Transaction<NoTables>): Promise<boolean> {
      const accountTables = trx.$extendTables<AccountTables>()
      // Written as it is, so that two admins who remove each other at once wait for one another on PostgreSQL too.
      await accountTables
        .updateTable('staff_grant')
        .set({ role: sql<string>`role` })
        .where('role', '=', 'admin')
        .execute()
      const admin = await accountTables
        .selectFrom('staff_grant')
        .innerJoin('staff_account', 'staff_account.id', 'staff_grant.account_id')
        .select('account_id')
        .where('role', '=', 'admin')
        .where('scope_kind', '=', 'area')
        .where('demonstration', '=', 0)
        .executeTakeFirst()
      return admin !== undefined
    },
  }
}

export type PeopleStore = ReturnType<typeof createPeopleStore>

export interface PersonWithAccount {
  id: string
  name: string
  email: string
  isDemonstration: boolean
  /** ms UTC; undefined for somebody who has not signed in yet */
  signedInAt: number | undefined
  grants: readonly Grant[]
}

const columns = ['id', 'name', 'email', 'demonstration', 'signed_in_at'] as const

function toPerson(
  row: Pick<AccountRow, (typeof columns)[number]>,
  grants: readonly Grant[],
): PersonWithAccount {
  return {
    id: row.id,
    name: row.name,
    email: row.email,
    isDemonstration: row.demonstration === 1,
    signedInAt: row.signed_in_at === null ? undefined : Date.parse(row.signed_in_at),
    grants,
  }
}
