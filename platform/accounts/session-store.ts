import type { Transaction } from 'kysely'
import type { Clock } from '../clock.ts'
import type { Database, NoTables } from '../database/database.ts'
import type { AccountTables } from './account-tables.ts'

/** Sessions in the database. better-auth opens them; here they are listed, kept alive and ended. */
export function createSessionStore({ database, clock, idleMs }: SessionStoreParts) {
  const tables = database.kysely.$extendTables<AccountTables>()
  const isoNow = () => new Date(clock()).toISOString()
  const isoIdleSince = () => new Date(clock() - idleMs).toISOString()

  /** those that can still be used */
  function open() {
    return tables
      .selectFrom('staff_session')
      .where('expires_at', '>', isoNow())
      .where(({ eb, fn }) => eb(fn.coalesce('used_at', 'created_at'), '>', isoIdleSince()))
  }

  return {
    /** the open sessions of an account, the one that was used last first */
    async openOf(accountId: string): Promise<OpenSession[]> {
      const rows = await open()
        .select(['id', 'created_at', 'used_at'])
        .where('account_id', '=', accountId)
        .orderBy(({ fn }) => fn.coalesce('used_at', 'created_at'), 'desc')
        .orderBy('id')
        .execute()
      return rows.map(({ id, created_at, used_at }) => ({
        id,
        openedAt: Date.parse(created_at),
        usedAt: Date.parse(used_at ?? created_at),
      }))
    },

    /** notes that its owner did something just now; a session that has ended stays so */
    async noteUse(sessionId: string): Promise<void> {
      const [now, since] = [isoNow(), isoIdleSince()]
      await database.write((trx) =>
        trx
          .$extendTables<AccountTables>()
          .updateTable('staff_session')
          .set({ used_at: now })
          .where('id', '=', sessionId)
          .where(({ eb, fn }) => eb(fn.coalesce('used_at', 'created_at'), '>', since))
          .execute(),
      )
    },

    /** ends a session; gives the account that it belonged to, or undefined when there was none */
    async remove(trx: Transaction<NoTables>, sessionId: string): Promise<string | undefined> {
      const removed = await trx
        .$extendTables<AccountTables>()
        .deleteFrom('staff_session')
        .where('id', '=', sessionId)
        .returning('account_id')
        .executeTakeFirst()
      return removed?.account_id
    },

    /** ends all sessions of an account but one; gives how many */
    async removeOthers(trx: Transaction<NoTables>, accountId: string, kept: string): Promise<number> {
      const removed = await trx
        .$extendTables<AccountTables>()
        .deleteFrom('staff_session')
        .where('account_id', '=', accountId)
        .where('id', '!=', kept)
        .returning('id')
        .execute()
      return removed.length
    },

    /** forgets sessions whose time is over */
    async removeEnded(trx: Transaction<NoTables>): Promise<void> {
      await trx
        .$extendTables<AccountTables>()
        .deleteFrom('staff_session')
        .where(({ eb, or, fn }) =>
          or([
            eb('expires_at', '<', isoNow()),
            eb(fn.coalesce('used_at', 'created_at'), '<', isoIdleSince()),
          ]),
        )
        .execute()
    },
  }
}

export type SessionStore = ReturnType<typeof createSessionStore>

export interface OpenSession {
  id: string
  /** ms UTC */
  openedAt: number
  /** ms UTC; exact to a minute */
  usedAt: number
}

interface SessionStoreParts {
  database: Database
  /** the machine's own, as that by which better-auth opens sessions */
  clock: Clock
  /** ms without use after which a session has ended */
  idleMs: number
}
