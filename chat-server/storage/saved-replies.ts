import type { Kysely, Selectable, Transaction } from 'kysely'
import type { SavedReplyFields } from '#protocol/saved-replies.ts'
import { SavedReplyChanged, SavedReplyNotFound } from '../domain/errors.ts'
import type { HelpdeskTables } from './tables.ts'
import type { SavedReplyTable } from './work-tables.ts'

/** A saved reply as it is stored. */
export interface StoredReply {
  id: string
  /** whose own it is; null for one of the team */
  ownerId: string | null
  title: string
  text: string
  easyText: string | null
  /** ms UTC */
  changedAt: number
  removed: boolean
}

/** Words that navigators use again and again, the team's and everybody's own. */
export interface SavedReplies {
  /** The team's and those of this account, each by title; without those that were removed. */
  list(accountId: string): Promise<StoredReply[]>
  /** One of them, removed or not. Throws `SavedReplyNotFound`. */
  find(id: string): Promise<StoredReply>
  /** False when there is one with this id already, which stays as it is. */
  add(trx: Transaction<unknown>, reply: NewReply): Promise<boolean>
  /** Throws `SavedReplyChanged` when somebody else has changed or removed it since `seen`. */
  change(trx: Transaction<unknown>, id: string, change: ReplyChange): Promise<void>
  /** Takes it out of the list, or puts it back. False when it was so already. */
  setRemoved(trx: Transaction<unknown>, id: string, removed: boolean, by: string): Promise<boolean>
  /** Adds those of the team's first replies that were never there: what a lead took out stays out. */
  seed(trx: Transaction<unknown>, replies: readonly FirstReply[]): Promise<void>
}

type FirstReply = { id: string; title: string; text: string; easyText: string }
export type NewReply = SavedReplyFields & { id: string; ownerId: string | null; by: string }
type ReplyChange = SavedReplyFields & { seen: number; by: string }

export function createSavedReplies(db: Kysely<unknown>, clock: () => number): SavedReplies {
  const replies = db.$extendTables<HelpdeskTables>().selectFrom('saved_reply').selectAll()
  return {
    async list(accountId) {
      const rows = await replies
        .where('removed_at', 'is', null)
        .where(({ or, eb }) => or([eb('owner_id', 'is', null), eb('owner_id', '=', accountId)]))
        .execute()
      return rows.map(toReply).toSorted((one, other) => one.title.localeCompare(other.title, 'en-GB'))
    },

    async find(id) {
      const row = await replies.where('id', '=', id).executeTakeFirst()
      if (!row) throw new SavedReplyNotFound()
      return toReply(row)
    },

    async add(trx, { id, ownerId, by, ...fields }) {
      const { numInsertedOrUpdatedRows = 0n } = await trx
        .$extendTables<HelpdeskTables>()
        .insertInto('saved_reply')
        .values({ id, owner_id: ownerId, ...rowOf(fields, by, clock()), removed_at: null })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows > 0n
    },

    async change(trx, id, { seen, by, ...fields }) {
      const { numUpdatedRows } = await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('saved_reply')
        .set({ ...rowOf(fields, by, Math.max(clock(), seen + 1)) })
        .where('id', '=', id)
        .where('changed_at', '=', seen)
        .where('removed_at', 'is', null)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new SavedReplyChanged()
    },

    async setRemoved(trx, id, removed, by) {
      const { numUpdatedRows } = await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('saved_reply')
        .set({ removed_at: removed ? clock() : null, changed_by: by })
        .where('id', '=', id)
        .where('removed_at', removed ? 'is' : 'is not', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async seed(trx, first) {
      const rows = first.map(({ id, ...fields }) => ({ id, ...rowOf(fields, 'system', clock()) }))
      await trx
        .$extendTables<HelpdeskTables>()
        .insertInto('saved_reply')
        .values(rows.map((row) => ({ ...row, owner_id: null, removed_at: null })))
        .onConflict((conflict) => conflict.column('id').doNothing())
        .execute()
    },
  }
}

function rowOf({ title, text, easyText }: SavedReplyFields, by: string, now: number) {
  return { title, text, easy_text: easyText ?? null, changed_by: by, changed_at: now }
}

function toReply(row: Selectable<SavedReplyTable>): StoredReply {
  return {
    ...{ id: row.id, ownerId: row.owner_id, title: row.title, text: row.text, easyText: row.easy_text },
    ...{ changedAt: row.changed_at, removed: row.removed_at !== null },
  }
}
