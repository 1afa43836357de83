import type { Transaction } from 'kysely'
import type { Audit } from '../../audit.ts'
import type { Database, NoTables } from '../../database/database.ts'
import type { Mail } from '../../mail.ts'
import { type AccountStore, addGrants } from '../account-store.ts'
import type { Grant } from '../grants.ts'
import type { SessionStore } from '../session-store.ts'
import { invitationMessage } from '../staff-messages.ts'
import type { PeopleStore } from './people-store.ts'

/** What is done to accounts and sessions, and by whom: each deed is in the audit. */
export function createPeopleDeeds(parts: PeopleDeedsParts): PeopleDeeds {
  const { database, store, people, sessionStore, audit, mail, publicUrl } = parts

  /** Does `work` unless it would leave nobody who can look after accounts. */
  async function keepingAnAdmin<Result>(
    trx: Transaction<NoTables>,
    work: () => Promise<Result>,
  ): Promise<Result> {
    const hadAdmin = await people.hasAdmin(trx)
    const result = await work()
    if (hadAdmin && !(await people.hasAdmin(trx))) throw new PeopleRefusal(lastAdmin)
    return result
  }

  return {
    invite: (actor, person) =>
      database.write(async (trx) => {
        const id = await store.add(trx, { ...person, demonstration: false })
        await mail.queue(trx, { ...invitationMessage(publicUrl), to: person.email })
        const detail = { grants: person.grants.map(describeGrant) }
        await audit.record(trx, { actor, action: 'invite', subject: `account:${id}`, detail })
        return id
      }),

    giveRole: (actor, accountId, grant) =>
      database.write(async (trx) => {
        await addGrants(trx, accountId, [grant])
        const detail = { role: describeGrant(grant) }
        await audit.record(trx, { actor, action: 'role-give', subject: `account:${accountId}`, detail })
      }),

    takeRole: (actor, accountId, grant) =>
      database.write(async (trx) => {
        if (actor === accountId && grant.role === 'admin') throw new PeopleRefusal(ownAdmin)
        if (!(await keepingAnAdmin(trx, () => people.removeGrant(trx, accountId, grant)))) return
        const detail = { role: describeGrant(grant) }
        await audit.record(trx, { actor, action: 'role-take', subject: `account:${accountId}`, detail })
      }),

    remove: (actor, accountId) =>
      database.write(async (trx) => {
        if (actor === accountId) throw new PeopleRefusal(oneself)
        if (!(await keepingAnAdmin(trx, () => people.remove(trx, accountId)))) return
        await audit.record(trx, { actor, action: 'account-remove', subject: `account:${accountId}` })
      }),

    endSession: (actor, accountId, sessionId) =>
      database.write(async (trx) => {
        const owner = await sessionStore.remove(trx, sessionId)
        if (owner === undefined) return
        // Ended together with what follows, or not at all: a session of somebody else was named.
        if (owner !== accountId) throw new PeopleRefusal(otherSession)
        await audit.record(trx, { actor, action: 'end-session', subject: `account:${owner}` })
      }),

    endOtherSessions: (accountId, kept) =>
      database.write(async (trx) => {
        const ended = await sessionStore.removeOthers(trx, accountId, kept)
        if (ended === 0) return
        const deed = {
          actor: accountId,
          action: 'end-other-sessions' as const,
          subject: `account:${accountId}`,
        }
        await audit.record(trx, { ...deed, detail: { sessions: ended } })
      }),
  }
}

/** It may not be done; the message says why to whoever asked for it. */
export class PeopleRefusal extends Error {
  override readonly name = 'PeopleRefusal'
}

const lastAdmin =
  'Somebody must be able to look after accounts. Give another person the role admin first, then try again.'
const ownAdmin = 'You cannot take the role admin from yourself. Ask another admin to do it.'
const oneself = 'You cannot remove your own account. Ask another admin to do it.'
const otherSession = 'That session belongs to somebody else. Nothing was changed.'

export interface PeopleDeeds {
  /** Makes an account, or adds grants to the one with this address, and writes to its owner; gives its id. */
  invite(actor: string, person: { email: string; name: string; grants: readonly Grant[] }): Promise<string>
  giveRole(actor: string, accountId: string, grant: Grant): Promise<void>
  /** Throws `PeopleRefusal` when nobody would be left to look after accounts, or for one's own role of doing so. */
  takeRole(actor: string, accountId: string, grant: Grant): Promise<void>
  /** Ends the account, its sessions and rights at once; what it did stays. Throws `PeopleRefusal` as `takeRole` does. */
  remove(actor: string, accountId: string): Promise<void>
  /** Ends a session of this account. Throws `PeopleRefusal` when it is not theirs. */
  endSession(actor: string, accountId: string, sessionId: string): Promise<void>
  /** Ends all of one's own sessions but the one that is kept. */
  endOtherSessions(accountId: string, kept: string): Promise<void>
}

/** `navigator`, `provider provider:8f6f…`. */
export function describeGrant({ role, scope }: Grant): string {
  return scope.kind === 'area' ? role : `${role} ${scope.kind}:${scope.id}`
}

interface PeopleDeedsParts {
  database: Database
  store: AccountStore
  people: PeopleStore
  sessionStore: SessionStore
  audit: Pick<Audit, 'record'>
  mail: Pick<Mail, 'queue'>
  publicUrl: string
}
