import type { Transaction } from 'kysely'
import type { Clock, NewId } from '../clock.ts'
import type { Database, NoTables } from '../database/database.ts'
import type { AccountTables } from './account-tables.ts'
import { type Grant, grantSchema } from './grants.ts'

/** Accounts and their grants in the database. */
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

    grantsOf: (accountId: string) => grantsOfAccount(database, accountId),

    /** everybody who holds a role, each grant of it a row, without the demonstration's people */
    async holdersOf(role: Grant['role']) {
      const rows = await tables
        .selectFrom('staff_grant')
        .innerJoin('staff_account', 'staff_account.id', 'staff_grant.account_id')
        .select(['account_id', 'email', 'role', 'scope_kind', 'scope_id'])
        .where('role', '=', role)
        .where('demonstration', '=', 0)
        .orderBy('account_id')
        .orderBy('scope_id')
        .execute()
      return rows.map((row) => ({ accountId: row.account_id, email: row.email, scope: toGrant(row).scope }))
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
          signed_in_at: null,
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

    /** notes when somebody signed in */
    async noteSignIn(trx: Transaction<NoTables>, accountId: string): Promise<void> {
      await trx
        .$extendTables<AccountTables>()
        .updateTable('staff_account')
        .set({ signed_in_at: new Date(clock()).toISOString() })
        .where('id', '=', accountId)
        .execute()
    },
  }
}

/** Adds these grants to what an account has. */
export async function addGrants(
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
export function normaliseEmail(email: string): string {
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

/** What one account may do, in the order in which it is shown. */
export async function grantsOfAccount(
  { kysely }: Pick<Database, 'kysely'>,
  accountId: string,
): Promise<Grant[]> {
  const rows = await kysely
    .$extendTables<AccountTables>()
    .selectFrom('staff_grant')
    .selectAll()
    .where('account_id', '=', accountId)
    .orderBy('role')
    .orderBy('scope_id')
    .execute()
  return rows.map(toGrant)
}

/** A row of a grant as the grant that it holds. */
export function toGrant(row: AccountTables['staff_grant']): Grant {
  return grantSchema.parse({ role: row.role, scope: { kind: row.scope_kind, id: row.scope_id } })
}

export type AccountRow = AccountTables['staff_account']
