import type { IncomingHttpHeaders } from 'node:http'
import formbody from '@fastify/formbody'
import type { FastifyPluginAsync } from 'fastify'
import type { Audit } from '../audit.ts'
import type { Clock, NewId } from '../clock.ts'
import type { Database } from '../database/database.ts'
import type { Log } from '../log.ts'
import type { Mail } from '../mail.ts'
import type { Pages } from '../pages/shell.ts'
import type { AccountsConfig } from './account-parts.ts'
import { createAccountStore } from './account-store.ts'
import { createAuth, linkMinutes } from './auth.ts'
import { allowsDemonstration } from './demonstration.ts'
import type { Grant, Role, Scope, SignedIn } from './grants.ts'
import { comesFromOurPages, csrfTokenOf, isCsrfTokenOf } from './own-requests.ts'
import { addSessionRoutes } from './session-routes.ts'
import { createSessions } from './sessions.ts'
import { notAllowedPage } from './sign-in-pages.ts'
import { addSignInRoutes } from './sign-in-routes.ts'
import { invitationMessage, signInMessage } from './staff-messages.ts'

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
  const sessions = createSessions(auth)

  async function whoIs(headers: IncomingHttpHeaders): Promise<SignedIn | null> {
    const session = await sessions.read(headers)
    if (!session) return null
    const account = await store.find(session.accountId)
    if (!account) return null
    if (account.demonstration === 1 && !allowsDemonstration(config, headers)) return null
    const grants = await store.grantsOf(session.accountId)
    return { ...session, name: account.name, grants, csrfToken: csrfTokenOf(session.sessionId, secret) }
  }

  async function sendLinkTo(email: string, next: string | undefined): Promise<void> {
    const account = await store.findByEmail(email)
    if (account && account.demonstration === 0) return sessions.createLink(account.email, next)
    // An unknown address costs a write too, so that the time an answer takes says little about who works here.
    const deed = { actor: 'visitor', action: 'sign-in-link-refused', subject: 'account:unknown' }
    await database.write((trx) => audit.record(trx, deed))
  }

  const routes: FastifyPluginAsync = async (app) => {
    if (!app.hasContentTypeParser('application/x-www-form-urlencoded')) {
      await app.register(formbody, { bodyLimit: 16_384 })
    }
    // What depends on who is asking is never kept by a browser or a proxy.
    app.addHook('onRequest', async (_request, reply) => {
      reply.header('cache-control', 'no-store')
    })
    const { demoProviderId } = options
    const parts = { config, database, store, sessions, audit, pages, whoIs, sendLinkTo, demoProviderId }
    for (const path of ['/sign-in', '/sign-out']) {
      app.get(path, (request, reply) => reply.redirect(request.url.replace(path, `${path}/`), 301))
    }
    addSignInRoutes(app, parts)
    addSessionRoutes(app, parts)
  }

  return {
    whoIs,
    routes,
    mayChange: (signedIn, headers) =>
      comesFromOurPages(headers, config) && isCsrfTokenOf(signedIn, headers['x-csrf-token']),
    async invite(person) {
      const accountId = await database.write(async (trx) => {
        const id = await store.add(trx, { ...person, demonstration: false })
        await mail.queue(trx, { ...invitationMessage(config.publicUrl), to: person.email })
        const detail = { grants: person.grants.map(describeGrant) }
        await audit.record(trx, { actor: 'system', action: 'invite', subject: `account:${id}`, detail })
        return id
      })
      return { accountId }
    },
    nameOf: async (accountId) => (await store.find(accountId))?.name,
    grantsOf: store.grantsOf,
    holdersOf: store.holdersOf,
    async revoke(sessionId) {
      await database.write(async (trx) => {
        const accountId = await store.removeSession(trx, sessionId)
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
    notAllowedPage: (signedIn) => pages.render(notAllowedPage(signedIn.name)),
  }
}

export interface Accounts {
  /** Who sent a request with these headers, with their rights as they are now; null when nobody is signed in. */
  whoIs(headers: IncomingHttpHeaders): Promise<SignedIn | null>
  /** `/sign-in/`, `/sign-in/confirm/`, `/sign-in/demonstration/`, `/sign-out/` and `GET /api/me` */
  routes: FastifyPluginAsync
  /** Whether a request that changes something was sent by a page of ours that this session opened. */
  mayChange(signedIn: SignedIn, headers: IncomingHttpHeaders): boolean
  /** Makes an account, or adds grants to the one with this address, and writes to its owner. */
  invite(person: { email: string; name: string; grants: Grant[] }): Promise<{ accountId: string }>
  nameOf(accountId: string): Promise<string | undefined>
  /** The rights of an account as they are now; none when there is no such account. */
  grantsOf(accountId: string): Promise<Grant[]>
  /** Whom to write to about what a role is for. The demonstration's people have no mailbox and are left out. */
  holdersOf(role: Role): Promise<Holder[]>
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
  /** the organisation whose provider the demonstration signs in as */
  demoProviderId: string | undefined
}

function describeGrant({ role, scope }: Grant): string {
  return scope.kind === 'area' ? role : `${role} ${scope.kind}:${scope.id}`
}
