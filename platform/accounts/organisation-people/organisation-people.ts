import type { Transaction } from 'kysely'
import type { Audit } from '../../audit.ts'
import type { Clock, NewId } from '../../clock.ts'
import type { Database, NoTables } from '../../database/database.ts'
import type { Mail } from '../../mail.ts'
import { normaliseEmail } from '../account-store.ts'
import type { AccountTables } from '../account-tables.ts'
import type { AuditAction } from '../audit-words.ts'
import type { Grant } from '../grants.ts'
import { PeopleRefusal } from '../people/people-deeds.ts'
import type { PeopleStore, PersonWithAccount } from '../people/people-store.ts'
import type { Organisation } from '../people/role-words.ts'
import { alsoKeepsMessage, invitationToKeepMessage } from './invitation-messages.ts'
import type { Invitations } from './invitations.ts'

/**
 * The people who keep the records of organisations, for whoever looks after these: they can be given the right to keep one
 * organisation's records, and lose it. No other right is given or taken here. Each deed is in the audit.
 */
export function createOrganisationPeople(parts: OrganisationPeopleParts): OrganisationPeople {
  const { database, people, audit, mail, clock, newId, invitations, publicUrl } = parts

  /** The account with this address, made if there is none. Whoever has an account keeps their name. */
  async function accountFor(trx: Transaction<NoTables>, { email, name }: InvitedPerson) {
    const tables = trx.$extendTables<AccountTables>()
    const now = new Date(clock()).toISOString()
    await tables
      .insertInto('staff_account')
      .values({
        ...{ id: newId(), name, email: normaliseEmail(email), email_verified: 0, demonstration: 0 },
        ...{ signed_in_at: null, created_at: now, updated_at: now },
      })
      .onConflict((conflict) => conflict.column('email').doNothing())
      .execute()
    const account = await tables
      .selectFrom('staff_account')
      .select(['id', 'email', 'signed_in_at', 'demonstration'])
      .where('email', '=', normaliseEmail(email))
      .executeTakeFirstOrThrow()
    if (account.demonstration === 1) throw new PeopleRefusal(demonstrationAddress)
    return account
  }

  async function write(
    trx: Transaction<NoTables>,
    account: { id: string; email: string; signed_in_at: string | null },
    organisation: Organisation,
  ): Promise<void> {
    const invitation =
      account.signed_in_at === null
        ? invitationToKeepMessage({
            publicUrl,
            organisation: organisation.name,
            ...(await invitations.newLink(trx, account.id)),
          })
        : alsoKeepsMessage(publicUrl, organisation.name)
    await mail.queue(trx, { ...invitation, to: account.email })
  }

  function record(
    trx: Transaction<NoTables>,
    actor: string,
    action: AuditAction,
    { accountId, organisation }: { accountId: string; organisation: Organisation },
  ) {
    const detail = { organisation: organisation.id }
    return audit.record(trx, { actor, action, subject: `account:${accountId}`, detail })
  }

  return {
    async list() {
      return (await people.list()).flatMap((person) => {
        const serves = person.grants.flatMap(providerOf)
        return serves.length === 0 ? [] : [keeperOf(person, serves)]
      })
    },

    invite: (actor, person, organisation) =>
      database.write(async (trx) => {
        const account = await accountFor(trx, person)
        const given = await trx
          .$extendTables<AccountTables>()
          .insertInto('staff_grant')
          .values({
            account_id: account.id,
            role: 'provider',
            scope_kind: 'provider',
            scope_id: organisation.id,
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('account_id')
          .executeTakeFirst()
        if (!given) return 'was-there'
        await write(trx, account, organisation)
        await record(trx, actor, 'organisation-invite', { accountId: account.id, organisation })
        return 'invited'
      }),

    inviteAgain: (actor, accountId, organisation) =>
      database.write(async (trx) => {
        const account = await trx
          .$extendTables<AccountTables>()
          .selectFrom('staff_account')
          .innerJoin('staff_grant', 'staff_grant.account_id', 'staff_account.id')
          .select(['id', 'email', 'signed_in_at'])
          .where('id', '=', accountId)
          .where('demonstration', '=', 0)
          .where('role', '=', 'provider')
          .where('scope_id', '=', organisation.id)
          .executeTakeFirst()
        if (!account) return
        await write(trx, account, organisation)
        await record(trx, actor, 'organisation-invite-again', { accountId, organisation })
      }),

    remove: (actor, accountId, organisation) =>
      database.write(async (trx) => {
        const grant: Grant = { role: 'provider', scope: { kind: 'provider', id: organisation.id } }
        if (!(await people.removeGrant(trx, accountId, grant))) return
        await record(trx, actor, 'organisation-remove', { accountId, organisation })
        const left = await trx
          .$extendTables<AccountTables>()
          .selectFrom('staff_grant')
          .select('role')
          .where('account_id', '=', accountId)
          .executeTakeFirst()
        // Nothing is kept about somebody who has nothing to do here any more.
        if (left || !(await people.remove(trx, accountId))) return
        await audit.record(trx, { actor, action: 'account-remove', subject: `account:${accountId}` })
      }),
  }
}

function providerOf({ role, scope }: Grant): string[] {
  return role === 'provider' && scope.kind === 'provider' ? [scope.id] : []
}

function keeperOf(person: PersonWithAccount, serves: readonly string[]): OrganisationPerson {
  const { id: accountId, name, email, signedInAt, isDemonstration, grants } = person
  return {
    accountId,
    name,
    email,
    signedInAt,
    isDemonstration,
    serves,
    hasOtherRoles: grants.length > serves.length,
  }
}

const demonstrationAddress =
  'This address belongs to the demonstration, where nobody reads email. Use another one.'

/** Somebody who keeps the records of one or more organisations. */
export interface OrganisationPerson {
  readonly accountId: string
  readonly name: string
  readonly email: string
  /** ms UTC; undefined for somebody who has not signed in yet */
  readonly signedInAt: number | undefined
  readonly isDemonstration: boolean
  /** ids of the organisations */
  readonly serves: readonly string[]
  /** Whether they also work for the council here. */
  readonly hasOtherRoles: boolean
}

interface InvitedPerson {
  readonly email: string
  readonly name: string
}

export interface OrganisationPeople {
  /** Everybody who keeps the records of an organisation, by name. */
  list(): Promise<OrganisationPerson[]>
  /**
   * Gives somebody the right to keep the records of an organisation and writes to them; whoever has an account keeps it as
   * it is. `was-there` when they had that right. Throws `PeopleRefusal` for an address of the demonstration.
   */
  invite(actor: string, person: InvitedPerson, organisation: Organisation): Promise<'invited' | 'was-there'>
  /** Writes once more to somebody who keeps the records of this organisation. Only the newest link lets them in. */
  inviteAgain(actor: string, accountId: string, organisation: Organisation): Promise<void>
  /** Takes that right away, at once. Whoever has no other right loses their account and is signed out everywhere. */
  remove(actor: string, accountId: string, organisation: Organisation): Promise<void>
}

interface OrganisationPeopleParts {
  readonly database: Database
  readonly people: PeopleStore
  readonly audit: Pick<Audit, 'record'>
  readonly mail: Pick<Mail, 'queue'>
  readonly clock: Clock
  readonly newId: NewId
  readonly invitations: Pick<Invitations, 'newLink'>
  readonly publicUrl: string
}
