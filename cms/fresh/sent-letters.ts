import type { Transaction } from 'kysely'
import { z } from 'zod'
import type { Database, NoTables } from '#platform/database/database.ts'
import { type Rung, rungs } from './ladder.ts'

/** What was sent already. Each claim is made inside the transaction that queues the letter, so that both happen or none. */
export function createSentLetters(database: Database): SentLetters {
  const tables = database.kysely.$extendTables<Tables>()

  return {
    async reminders() {
      const sent = new Map<string, Map<Rung, string>>()
      for (const row of await tables.selectFrom('review_reminder').selectAll().execute()) {
        const key = reminderKey(row.record_id, row.due_on)
        const known = sent.get(key) ?? new Map<Rung, string>()
        sent.set(key, known.set(rungSchema.parse(row.rung), row.sent_on))
      }
      return (recordId, dueOn) => sent.get(reminderKey(recordId, dueOn)) ?? new Map()
    },

    claimReminder: (trx, { recordId, dueOn, rung }, sentOn) =>
      claimed(
        trx
          .$extendTables<Tables>()
          .insertInto('review_reminder')
          .values({ record_id: recordId, due_on: dueOn, rung, sent_on: sentOn })
          .onConflict((conflict) => conflict.doNothing())
          .returning('rung'),
      ),

    claimWeeklyLetter: (trx, accountId, week) =>
      claimed(
        trx
          .$extendTables<Tables>()
          .insertInto('weekly_letter')
          .values({ account_id: accountId, week })
          .onConflict((conflict) => conflict.doNothing())
          .returning('week'),
      ),

    async wantsWeeklyLetter(accountId) {
      const stop = await tables
        .selectFrom('weekly_letter_stop')
        .select('stopped_at')
        .where('account_id', '=', accountId)
        .executeTakeFirst()
      return stop === undefined
    },

    async setWeeklyLetter(accountId, isWanted, at) {
      await database.write(async (trx) => {
        const stops = trx.$extendTables<Tables>()
        await (isWanted
          ? stops.deleteFrom('weekly_letter_stop').where('account_id', '=', accountId).execute()
          : stops
              .insertInto('weekly_letter_stop')
              .values({ account_id: accountId, stopped_at: at })
              .onConflict((conflict) => conflict.doNothing())
              .execute())
      })
    },
  }
}

/** Whether an insert put a row in: with two processes at once, one of them is told no. */
async function claimed(insert: { executeTakeFirst(): Promise<object | undefined> }): Promise<boolean> {
  return (await insert.executeTakeFirst()) !== undefined
}

const reminderKey = (recordId: string, dueOn: string) => `${recordId} ${dueOn}`
const rungSchema = z.enum(rungs)

export interface SentLetters {
  /** Looks up which rungs were sent for a record and a due date, and on which day each. */
  reminders(): Promise<(recordId: string, dueOn: string) => ReadonlyMap<Rung, string>>
  /** False when another process, or an earlier night, has sent it. Dates are `YYYY-MM-DD`. */
  claimReminder(
    trx: Transaction<NoTables>,
    reminder: { recordId: string; dueOn: string; rung: Rung },
    sentOn: string,
  ): Promise<boolean>
  /** False when this person has had the letter of this week. `week` is its Monday, `YYYY-MM-DD`. */
  claimWeeklyLetter(trx: Transaction<NoTables>, accountId: string, week: string): Promise<boolean>
  wantsWeeklyLetter(accountId: string): Promise<boolean>
  /** `at` is ms UTC. */
  setWeeklyLetter(accountId: string, isWanted: boolean, at: number): Promise<void>
}

type Tables = {
  review_reminder: { record_id: string; due_on: string; rung: string; sent_on: string }
  weekly_letter: { account_id: string; week: string }
  weekly_letter_stop: { account_id: string; stopped_at: number }
}
