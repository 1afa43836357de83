import type { FastifyReply } from 'fastify'
import type { Audit } from '../audit.ts'
import type { Database } from '../database/database.ts'
import type { AccountStore } from './account-store.ts'
import { safeNextPath, startPathOf } from './next-path.ts'
import type { SessionStore } from './session-store.ts'
import type { Opened } from './sessions.ts'

/** Lets somebody in whose session was just opened, and sends them where they wanted to go, or to where they work. */
export type Welcome = (reply: FastifyReply, opened: Opened, next: string | undefined) => Promise<FastifyReply>

/** The end of every way to sign in. */
export function createWelcome({ database, store, sessionStore, audit }: WelcomeParts): Welcome {
  return async (reply, { accountId, cookies }, next) => {
    await database.write(async (trx) => {
      await audit.record(trx, { actor: accountId, action: 'sign-in', subject: `account:${accountId}` })
      await store.noteSignIn(trx, accountId)
      await sessionStore.removeEnded(trx)
    })
    const grants = await store.grantsOf(accountId)
    return reply.header('set-cookie', cookies).redirect(safeNextPath(next) ?? startPathOf({ grants }), 303)
  }
}

interface WelcomeParts {
  database: Database
  store: AccountStore
  sessionStore: SessionStore
  audit: Pick<Audit, 'record'>
}
