import type { Kysely, Transaction } from 'kysely'
import type { FollowUp } from '#protocol/desk-follow-ups.ts'
import { type DeskPerson, mayRead } from '../domain/concern.ts'
import { MessageIdInUse } from '../domain/errors.ts'
import { FollowUpNotFound } from '../domain/tool-errors.ts'
import { toColleagues } from './conversation-rows.ts'
import type { HelpdeskTables } from './tables.ts'

/** What navigators mean to do about conversations, and when. Each sees their own alone. */
export interface FollowUps {
  /** All of one person that are to be done, the earliest first, and those done after `doneSince` (ms UTC). */
  list(person: DeskPerson, doneSince: number): Promise<FollowUp[]>
  /** Throws `FollowUpNotFound`: it is not there, or not theirs. */
  find(id: string, person: DeskPerson): Promise<FollowUp>
  /** The same id again changes nothing; false then. Throws `MessageIdInUse` when it marks another. */
  add(trx: Transaction<unknown>, followUp: NewFollowUp): Promise<boolean>
  /** Done, or not done after all. Throws `FollowUpNotFound`. */
  setDone(trx: Transaction<unknown>, id: string, accountId: string, done: boolean): Promise<void>
  /** Accounts that have any. */
  owners(): Promise<string[]>
  /** Gives how many there were. */
  removeAllOf(trx: Transaction<unknown>, accountId: string): Promise<number>
}

export interface NewFollowUp {
  /** a UUID that the page made */
  id: string
  conversationId: string
  accountId: string
  /** `YYYY-MM-DD` */
  dueOn: string
  text: string
}

export function createFollowUps(db: Kysely<unknown>, clock: () => number): FollowUps {
  const withConversation = db
    .$extendTables<HelpdeskTables>()
    .selectFrom('follow_up')
    .innerJoin('conversation', 'conversation.id', 'follow_up.conversation_id')
    .selectAll('follow_up')
    .select(['reference', 'visitor_name', 'held', 'navigator_id', 'colleagues'])
  type Row = Awaited<ReturnType<typeof withConversation.executeTakeFirstOrThrow>>

  /** What a concern holds from somebody is not told by their own words either. */
  function toFollowUp(row: Row, person: DeskPerson): FollowUp {
    const colleagues = toColleagues(row.colleagues)
    const isOpen = mayRead({ held: row.held === 1, navigatorId: row.navigator_id, colleagues }, person)
    return {
      ...{ id: row.id, conversationId: row.conversation_id, reference: row.reference },
      visitorName: isOpen ? row.visitor_name : null,
      dueOn: row.due_on,
      text: isOpen ? row.text : null,
      doneAt: row.done_at,
    }
  }

  return {
    async list(person, doneSince) {
      const rows = await withConversation
        .where('account_id', '=', person.accountId)
        .where(({ or, eb }) => or([eb('done_at', 'is', null), eb('done_at', '>', doneSince)]))
        .orderBy('due_on')
        .orderBy('made_at')
        .orderBy('follow_up.id')
        .execute()
      return rows.map((row) => toFollowUp(row, person))
    },

    async find(id, person) {
      const row = await withConversation
        .where('follow_up.id', '=', id)
        .where('account_id', '=', person.accountId)
        .executeTakeFirst()
      if (!row) throw new FollowUpNotFound()
      return toFollowUp(row, person)
    },

    async add(trx, { id, conversationId, accountId, dueOn, text }) {
      const tables = trx.$extendTables<HelpdeskTables>()
      const row = { id, conversation_id: conversationId, account_id: accountId, due_on: dueOn, text }
      const inserted = await tables
        .insertInto('follow_up')
        .values({ ...row, made_at: clock() })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (inserted) return true
      const first = await tables
        .selectFrom('follow_up')
        .select(['account_id', 'conversation_id'])
        .where('id', '=', id)
        .executeTakeFirst()
      if (first?.account_id !== accountId || first.conversation_id !== conversationId)
        throw new MessageIdInUse()
      return false
    },

    async owners() {
      const rows = await db
        .$extendTables<HelpdeskTables>()
        .selectFrom('follow_up')
        .select('account_id')
        .distinct()
        .execute()
      return rows.map((row) => row.account_id)
    },

    async removeAllOf(trx, accountId) {
      const { numDeletedRows } = await trx
        .$extendTables<HelpdeskTables>()
        .deleteFrom('follow_up')
        .where('account_id', '=', accountId)
        .executeTakeFirst()
      return Number(numDeletedRows)
    },

    async setDone(trx, id, accountId, done) {
      const { numUpdatedRows } = await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('follow_up')
        .set({ done_at: done ? clock() : null })
        .where('id', '=', id)
        .where('account_id', '=', accountId)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new FollowUpNotFound()
    },
  }
}
