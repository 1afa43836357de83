import type { Transaction } from 'kysely'
import type { Clock, NewId } from './clock.ts'
import type { Database, NoTables } from './database/database.ts'
import { errorCode } from './error-code.ts'
import type { Log } from './log.ts'
import type { DeliverMail } from './mail-delivery.ts'
import { createRunner, type Runner, retryDelayMs } from './runner.ts'

/**
 * The outbox: a message is queued inside the transaction of the change that it tells of, and sent afterwards, again
 * after a failure. What was sent is removed from the database; so is the text of what could not be sent.
 */
export function createMail({ database, deliver, clock, newId, log }: MailParts): Mail {
  const tables = database.kysely.$extendTables<MailTables>()

  async function claimNext() {
    const now = clock()
    const due = await tables
      .selectFrom('outgoing_mail')
      .select('id')
      .where('given_up_at', 'is', null)
      .where('due_at', '<=', now)
      .where('claimed_until', '<=', now)
      .orderBy('due_at')
      .limit(1)
      .executeTakeFirst()
    if (!due) return undefined
    return database.write((trx) =>
      trx
        .$extendTables<MailTables>()
        .updateTable('outgoing_mail')
        .set({ claimed_until: now + claimMs })
        .where('id', '=', due.id)
        .where('claimed_until', '<=', now)
        .returningAll()
        .executeTakeFirst(),
    )
  }

  async function deliverNext(): Promise<boolean> {
    const message = await claimNext()
    if (!message) return false
    const { id, expires_at: expiresAt } = message
    if (expiresAt !== null && expiresAt <= clock()) {
      log.warn({ mail: id }, 'a message was of no use any more before it could be sent')
      await remove(id)
      return true
    }
    try {
      await deliver({
        id,
        to: message.recipient,
        subject: message.subject,
        text: message.text,
        at: message.created_at,
      })
    } catch (error) {
      await fail(id, message.failures + 1, error)
      return true
    }
    await remove(id)
    return true
  }

  async function remove(id: string): Promise<void> {
    await database.write((trx) =>
      trx.$extendTables<MailTables>().deleteFrom('outgoing_mail').where('id', '=', id).execute(),
    )
  }

  async function fail(id: string, failures: number, error: unknown): Promise<void> {
    const givenUp = failures >= mostFailures
    // A mail server's answer often repeats the recipient's address, so only its code is logged.
    const code = errorCode(error) ?? 'unknown'
    log.error(
      { mail: id, failures, code },
      givenUp ? 'a message was given up' : 'a message could not be sent yet',
    )
    const change = givenUp
      ? { given_up_at: clock(), text: '', recipient: '', subject: '' }
      : { due_at: clock() + retryDelayMs(failures) }
    await database.write((trx) =>
      trx
        .$extendTables<MailTables>()
        .updateTable('outgoing_mail')
        .set({ ...change, failures, claimed_until: 0 })
        .where('id', '=', id)
        .execute(),
    )
  }

  const runner = createRunner({ name: 'mail', idleMs: 500, work: deliverNext, log })
  return {
    async queue(trx, { to, subject, text, expiresAt = null }) {
      const now = clock()
      const row = {
        id: newId(),
        recipient: to,
        subject,
        text,
        created_at: now,
        due_at: now,
        expires_at: expiresAt,
      }
      await trx
        .$extendTables<MailTables>()
        .insertInto('outgoing_mail')
        .values({ ...row, claimed_until: 0, failures: 0, given_up_at: null })
        .execute()
    },
    async deliverDue() {
      while (await deliverNext());
    },
    start: runner.start,
    stop: runner.stop,
  }
}

/** How long one process may take to send a message before another tries. */
const claimMs = 5 * 60_000

/** With delays that double from one second, about two hours of trying. */
const mostFailures = 13

export interface MailParts {
  database: Database
  deliver: DeliverMail
  clock: Clock
  newId: NewId
  log: Log
}

export interface Mail extends Pick<Runner, 'start' | 'stop'> {
  /** Queues a message; it is sent if, and only after, the transaction commits. */
  queue(trx: Transaction<NoTables>, message: NewMessage): Promise<void>
  /** Sends all that is due now, without waiting for the runner. */
  deliverDue(): Promise<void>
}

export interface NewMessage {
  /** one email address */
  to: string
  subject: string
  /** plain text */
  text: string
  /** do not send it after this time (milliseconds UTC) */
  expiresAt?: number
}

type MailTables = {
  outgoing_mail: {
    id: string
    recipient: string
    subject: string
    text: string
    created_at: number
    due_at: number
    expires_at: number | null
    claimed_until: number
    failures: number
    given_up_at: number | null
  }
}
