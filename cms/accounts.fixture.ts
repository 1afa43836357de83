import { randomUUID } from 'node:crypto'
import { type AccountStore, createAccountStore } from '#platform/accounts/account-store.ts'
import type { Grant } from '#platform/accounts/grants.ts'
import { type Database, openDatabase } from '#platform/database/database.ts'
import { migratePlatform } from '#platform/migrations/platform-migrations.ts'
import { cmsMigrations } from './migrations/cms-migrations.ts'

/** A database with the tables of the CMS, and an account `account-<name>`, `<name>@example.org`, for each of the people. */
export async function openWithAccounts(
  dataDir: string,
  people: Readonly<Record<string, readonly Grant[]>>,
  clock: () => number,
): Promise<{ database: Database; accounts: AccountStore }> {
  const database = await openDatabase({ dataDir, databaseUrl: undefined })
  await migratePlatform(database)
  await database.migrate('cms', cmsMigrations)
  for (const [name, grants] of Object.entries(people)) {
    const person = { email: `${name}@example.org`, name, grants, demonstration: false }
    const store = createAccountStore({ database, clock, newId: () => `account-${name}` })
    await database.write((trx) => store.add(trx, person))
  }
  return { database, accounts: createAccountStore({ database, clock, newId: randomUUID }) }
}
