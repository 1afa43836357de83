import type { Transaction } from 'kysely'
import type { Clock, NewId } from '../../clock.ts'
import type { Database, NoTables } from '../../database/database.ts'
import { normaliseEmail } from '../account-store.ts'
import type { AccountTables } from '../account-tables.ts'
import type { KnownPerson } from './identity-provider.ts'

/**
 * Finds the account of somebody whom the identity provider vouches for: by the provider's own name for them once they
 * are linked, by their verified address the first time. Nobody gets an account by signing in.
 */
export async function matchAccount(
  { database, clock, newId }: { database: Database; clock: Clock; newId: NewId },
  person: KnownPerson,
): Promise<Match> {
  return database.write(async (trx) => {
    const linked = await linkedAccount(trx, person)
    if (linked)
      return linked.demonstration === 0 ? { is: 'account', accountId: linked.id, isNew: false } : nobody
    if (person.email === undefined || !person.isVerified) return { is: 'unverified' }

    const tables = trx.$extendTables<AccountTables>()
    const account = await tables
      .selectFrom('staff_account')
      .select(['id', 'demonstration'])
      .where('email', '=', normaliseEmail(person.email))
      .executeTakeFirst()
    if (!account || account.demonstration === 1) return nobody

    const now = new Date(clock()).toISOString()
    const link = await tables
      .insertInto('staff_credential')
      .values({
        id: newId(),
        account_id: account.id,
        issuer: person.issuer,
        issuer_account_id: person.subject,
        created_at: now,
        updated_at: now,
      })
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .executeTakeFirst()
    // An address that was given to somebody else must not open the account of the one who had it before.
    if (!link) return { is: 'linked-to-another' }
    await tables
      .updateTable('staff_account')
      .set({ email_verified: 1, updated_at: now })
      .where('id', '=', account.id)
      .execute()
    return { is: 'account', accountId: account.id, isNew: true }
  })
}

/** The account, and whether it was linked just now; or why there is none. */
export type Match =
  | { is: 'account'; accountId: string; isNew: boolean }
  | { is: 'nobody' }
  | { is: 'unverified' }
  | { is: 'linked-to-another' }

const nobody: Match = { is: 'nobody' }

function linkedAccount(trx: Transaction<NoTables>, { issuer, subject }: KnownPerson) {
  return trx
    .$extendTables<AccountTables>()
    .selectFrom('staff_credential')
    .innerJoin('staff_account', 'staff_account.id', 'staff_credential.account_id')
    .select(['staff_account.id', 'staff_account.demonstration'])
    .where('issuer', '=', issuer)
    .where('issuer_account_id', '=', subject)
    .executeTakeFirst()
}
