import type { Transaction } from 'kysely'
import type { Clock, NewId } from '../clock.ts'
import type { Database, NoTables } from '../database/database.ts'
import { type Grant, grantSchema } from './grants.ts'

/** Accounts and their grants in the database. Sessions belong to better-auth, but ending one is done here. */
export function createAccountStore({ database, clock, newId }: AccountStoreParts) {
  const tables = database.kysely.$extendTables<AccountTables>()
  return {
    async findByEmail(email: string) {
      return tables
        .selectFrom('staff_account')
        .select(['id', 'email', 'demonstration'])
        .where('email', '=', normaliseEmail(email))
        .executeTakeFirst()
    },

    async find(accountId: string) {
      return tables
        .selectFrom('staff_account')
        .select(['name', 'demonstration'])
        .where('id', '=', accountId)
        .executeTakeFirst()
    },

    async grantsOf(accountId: string): Promise<Grant[]> {
      const rows = await tables
        .selectFrom('staff_grant')
        .select(['role', 'scope_kind', 'scope_id'])
        .where('account_id', '=', accountId)
        .orderBy('role')
        .orderBy('scope_id')
        .execute()
      return rows.map((row) =>
        grantSchema.parse({ role: row.role, scope: { kind: row.scope_kind, id: row.scope_id } }),
      )
    },

    /** everybody who holds a role, each grant of it a row, without the demonstration's people */
    async holdersOf(role: Grant['role']) {
      const rows = await tables
        .selectFrom('staff_grant')
        .innerJoin('staff_account', 'staff_account.id', 'staff_grant.account_id')
        .select(['account_id', 'email', 'scope_kind', 'scope_id'])
        .where('role', '=', role)
        .where('demonstration', '=', 0)
        .orderBy('account_id')
        .orderBy('scope_id')
        .execute()
      return rows.map(({ account_id, email, scope_kind, scope_id }) => {
        const { scope } = grantSchema.parse({ role, scope: { kind: scope_kind, id: scope_id } })
        return { accountId: account_id, email, scope }
      })
    },

    /** the account with this address, made if it is new, with these grants added to what it has */
    async add(trx: Transaction<NoTables>, person: NewPerson): Promise<string> {
      const now = new Date(clock()).toISOString()
      const accountTables = trx.$extendTables<AccountTables>()
      const { id } = await accountTables
        .insertInto('staff_account')
        .values({
          id: newId(),
          name: person.name,
          email: normaliseEmail(person.email),
          email_verified: 0,
          demonstration: person.demonstration ? 1 : 0,
          created_at: now,
          updated_at: now,
        })
        .onConflict((conflict) =>
          conflict.column('email').doUpdateSet({ name: person.name, updated_at: now }),
        )
        .returning('id')
        .executeTakeFirstOrThrow()
      await addGrants(trx, id, person.grants)
      return id
    },

    /** these grants and no others */
    async replaceGrants(
      trx: Transaction<NoTables>,
      accountId: string,
      grants: readonly Grant[],
    ): Promise<void> {
      await trx
        .$extendTables<AccountTables>()
        .deleteFrom('staff_grant')
        .where('account_id', '=', accountId)
        .execute()
      await addGrants(trx, accountId, grants)
    },

    /** forgets sessions whose time is over */
    async removeExpiredSessions(trx: Transaction<NoTables>): Promise<void> {
      await trx
        .$extendTables<AccountTables>()
        .deleteFrom('staff_session')
        .where('expires_at', '<', new Date(clock()).toISOString())
        .execute()
    },

    /** ends a session; gives the account that it belonged to, or undefined when there was none */
    async removeSession(trx: Transaction<NoTables>, sessionId: string): Promise<string | undefined> {
      const removed = await trx
        .$extendTables<AccountTables>()
        .deleteFrom('staff_session')
        .where('id', '=', sessionId)
        .returning('account_id')
        .executeTakeFirst()
      return removed?.account_id
    },
  }
}

async function addGrants(
  trx: Transaction<NoTables>,
  accountId: string,
  grants: readonly Grant[],
): Promise<void> {
  for (const { role, scope } of grants) {
    await trx
      .$extendTables<AccountTables>()
      .insertInto('staff_grant')
      .values({
        account_id: accountId,
        role,
        scope_kind: scope.kind,
        scope_id: scope.kind === 'area' ? '' : scope.id,
      })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }
}

/** One spelling of an email address: people do not mind capitals, and no mail server that staff use does. */
function normaliseEmail(email: string): string {
  return email.trim().toLowerCase()
}

export type AccountStore = ReturnType<typeof createAccountStore>

export interface AccountStoreParts {
  database: Database
  clock: Clock
  newId: NewId
}

export interface NewPerson {
  email: string
  name: string
  grants: readonly Grant[]
  demonstration: boolean
}

type AccountTables = {
  staff_account: {
    id: string
    name: string
    email: string
    email_verified: number
    demonstration: number
    created_at: string
    updated_at: string
  }
  staff_session: { id: string; account_id: string; expires_at: string }
  staff_grant: { account_id: string; role: string; scope_kind: string; scope_id: string }
}
