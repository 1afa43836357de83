import { randomUUID } from 'node:crypto'
import { type AccountStore, createAccountStore } from '#platform/accounts/account-store.ts'
import type { Grant } from '#platform/accounts/grants.ts'
import { createInvitations } from '#platform/accounts/organisation-people/invitations.ts'
import {
  createOrganisationPeople,
  type OrganisationPeople,
} from '#platform/accounts/organisation-people/organisation-people.ts'
import { createPeopleStore } from '#platform/accounts/people/people-store.ts'
import { type Database, openDatabase } from '#platform/database/database.ts'
import { migratePlatform } from '#platform/migrations/platform-migrations.ts'
import type { SignedTokens } from '#platform/signed-tokens.ts'
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

/** Who keeps the records of organisations, as the accounts of the platform know them. */
export function organisationPeopleOf(
  parts: Pick<
    Parameters<typeof createOrganisationPeople>[0],
    'database' | 'audit' | 'mail' | 'clock' | 'newId'
  > & {
    store: AccountStore
    tokens: SignedTokens
    publicUrl: string
  },
): OrganisationPeople {
  const people = createPeopleStore(parts)
  return createOrganisationPeople({ ...parts, people, invitations: createInvitations(parts) })
}
