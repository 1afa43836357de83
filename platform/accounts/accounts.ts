import type { IncomingHttpHeaders } from 'node:http'
import type { FastifyPluginAsync, FastifyRequest } from 'fastify'
import type { Audit, Deed } from '../audit.ts'
import { type Clock, createPatientClock, type NewId } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Log } from '../log.ts'
import type { Mail } from '../mail.ts'
import type { Pages } from '../pages/shell.ts'
import { staffMenu } from '../pages/staff-pages.ts'
import { createSignedTokens } from '../signed-tokens.ts'
import type { AccountParts, AccountsConfig } from './account-parts.ts'
import { accountRoutes } from './account-routes.ts'
import { createAccountStore } from './account-store.ts'
import { createActivity } from './activity.ts'
import { createAuth, linkMinutes } from './auth.ts'
import { allowsDemonstration } from './demonstration.ts'
import type { Grant, Role, Scope, SignedIn } from './grants.ts'
import { createInvitations } from './organisation-people/invitations.ts'
import {
  createOrganisationPeople,
  type OrganisationPeople,
} from './organisation-people/organisation-people.ts'
import { comesFromOurPages, csrfTokenOf, isCsrfTokenOf } from './own-requests.ts'
import { createPeopleDeeds, describeGrant } from './people/people-deeds.ts'
import { createPeopleStore } from './people/people-store.ts'
import type { RolePlaces } from './people/role-words.ts'
import { createSessionStore } from './session-store.ts'
import { createSessions, type ReadSession } from './sessions.ts'
import { notAllowedPage } from './sign-in-pages.ts'
import { signInMessage } from './staff-messages.ts'
import { createWelcome } from './welcome.ts'

/**
 * Accounts of staff and providers: who somebody is, what they may do, and how they sign in. The platform's tables
 * must be there (`migratePlatform`).
 */
export async function createAccounts(options: AccountsOptions): Promise<Accounts> {
  const { database, config, secret, mail, audit, pages, clock, newId, log } = options
  const store = createAccountStore({ database, clock, newId })
  const auth = createAuth({
    database,
    publicUrl: config.publicUrl,
    secret,
    newId,
    log,
    async sendLink({ email, token, next }) {
      const account = await store.findByEmail(email)
      if (!account) return
      const expiresAt = clock() + linkMinutes * 60_000
      await database.write(async (trx) => {
        await mail.queue(trx, {
          ...signInMessage(config.publicUrl, token, next),
          to: account.email,
          expiresAt,
        })
        const subject = `account:${account.id}`
        await audit.record(trx, { actor: 'visitor', action: 'sign-in-link', subject })
      })
    },
  })
  const idle = { clock: createPatientClock(), idleMs: config.sessionIdleMinutes * 60_000 }
  const sessions = createSessions(auth, idle)
  const sessionStore = createSessionStore({ database, ...idle })
  const activity = createActivity({ sessions, sessionStore })
  const people = createPeopleStore({ database })
  const deeds = createPeopleDeeds({ ...options, publicUrl: config.publicUrl, store, people, sessionStore })

  const { publicUrl } = config
  const tokens = createSignedTokens(secret)
  const invitations = createInvitations({ ...options, store, tokens, publicUrl })
  const organisationPeople = createOrganisationPeople({ ...options, publicUrl, people, invitations })

  async function whoIs(headers: IncomingHttpHeaders): Promise<SignedIn | null> {
    const session = await sessions.read(headers)
    return session ? ownerOf(session, headers) : null
  }

  async function ownerOf({ accountId, sessionId }: ReadSession, headers: IncomingHttpHeaders) {
    const account = await store.find(accountId)
    if (!account) return null
    if (account.demonstration === 1 && !allowsDemonstration(config, headers)) return null
    const grants = await store.grantsOf(accountId)
    return { accountId, sessionId, name: account.name, grants, csrfToken: csrfTokenOf(sessionId, secret) }
  }

  async function sendLinkTo(email: string, next: string | undefined): Promise<void> {
    const account = await store.findByEmail(email)
    if (account && account.demonstration === 0) return sessions.createLink(account.email, next)
    // An unknown address costs a write too, so that the time an answer takes says little about who works here.
    const deed: Deed = { actor: 'visitor', action: 'sign-in-link-refused', subject: 'account:unknown' }
    await database.write((trx) => audit.record(trx, deed))
  }

  const welcome = createWelcome({ database, store, sessionStore, audit })
  const shared = { config, database, store, sessions, sessionStore, audit, pages, sendLinkTo, welcome }
  const { demoProviderId, places } = options
  const parts: AccountParts = {
    ...shared,
    whoIs,
    ownerOf,
    people,
    deeds,
    activity,
    invitations,
    places,
    demoProviderId,
  }

  return {
    whoIs,
    routes: accountRoutes(
      parts,
      config.singleSignOn && { ...options, config: config.singleSignOn, publicUrl: config.publicUrl },
    ),
    noteUse: activity.noteRequest,
    mayChange: (signedIn, headers) =>
      comesFromOurPages(headers, config) && isCsrfTokenOf(signedIn, headers['x-csrf-token']),
    invite: async (person) => ({ accountId: await deeds.invite('system', person) }),
    nameOf: async (accountId) => (await store.find(accountId))?.name,
    grantsOf: store.grantsOf,
    organisationPeople,
    holdersOf: store.holdersOf,
    async revoke(sessionId) {
      await database.write(async (trx) => {
        const accountId = await sessionStore.remove(trx, sessionId)
        if (accountId === undefined) return
        await audit.record(trx, { actor: 'system', action: 'end-session', subject: `account:${accountId}` })
      })
    },
    async setGrants(accountId, grants) {
      await database.write(async (trx) => {
        await store.replaceGrants(trx, accountId, grants)
        const detail = { grants: grants.map(describeGrant) }
        await audit.record(trx, {
          actor: 'system',
          action: 'set-grants',
          subject: `account:${accountId}`,
          detail,
        })
      })
    },
    notAllowedPage: (signedIn) => pages.render(notAllowedPage(signedIn.name, staffMenu(signedIn, ''))),
  }
}

export interface Accounts {
  /** Who sent a request with these headers, with their rights as they are now; null when nobody is signed in. */
  whoIs(headers: IncomingHttpHeaders): Promise<SignedIn | null>
  /** signing in and out, sessions, people, the audit log, `GET /api/me` */
  routes: FastifyPluginAsync
  /** An `onRequest` hook for the whole app: opening a page or sending a form keeps a session from ending. */
  noteUse: (request: FastifyRequest) => Promise<void>
  /** Whether a request that changes something was sent by a page of ours that this session opened. */
  mayChange(signedIn: SignedIn, headers: IncomingHttpHeaders): boolean
  /** Makes an account, or adds grants to the one with this address, and writes to its owner. */
  invite(person: { email: string; name: string; grants: Grant[] }): Promise<{ accountId: string }>
  nameOf(accountId: string): Promise<string | undefined>
  /** The rights of an account as they are now; none when there is no such account. */
  grantsOf(accountId: string): Promise<Grant[]>
  /** Whom to write to about what a role is for. The demonstration's people have no mailbox and are left out. */
  holdersOf(role: Role): Promise<Holder[]>
  /** Who keeps the records of organisations. */
  organisationPeople: OrganisationPeople
  /** Ends a session at once. */
  revoke(sessionId: string): Promise<void>
  /** Gives an account these rights and no others; they count from its next request. */
  setGrants(accountId: string, grants: readonly Grant[]): Promise<void>
  /** The page for somebody who lacks a right, as HTML. */
  notAllowedPage(signedIn: SignedIn): string
}

/** Somebody who holds a role within a scope; one who holds it within several is there several times. */
export interface Holder {
  accountId: string
  email: string
  scope: Scope
}

export interface AccountsOptions {
  database: Database
  config: AccountsConfig
  /** signs cookies and tokens; at least 32 characters */
  secret: string
  mail: Pick<Mail, 'queue'>
  audit: Audit
  pages: Pages
  clock: Clock
  newId: NewId
  log: Log
  /** the organisations of the published directory and the directorates of the area, by name */
  places: () => RolePlaces
  /** the organisation whose provider the demonstration signs in as */
  demoProviderId: string | undefined
}
