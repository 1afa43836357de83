import type { Kysely } from 'kysely'
import type { Concern } from '#protocol/concerns.ts'
import { mustEscalate } from '../domain/concern.ts'
import { ConcernNotFound } from '../domain/errors.ts'
import { type ConcernRow, toConcern, toStanding } from './concern-rows.ts'
import type { HelpdeskTables } from './tables.ts'

/** Reads of safeguarding concerns. Everything here is committed. */
export interface ConcernReader {
  /** Throws `ConcernNotFound`. */
  find(id: string): Promise<Concern>
  /** All that are open or hold their conversation, and the `closed` newest of the others; those of one raiser if said. */
  list(options: { closed: number; raisedBy?: string }): Promise<Concern[]>
  /**
   * Whether this account raised the first concern about a conversation, which nothing held from them then. Who raised a later
   * one need not have read it.
   */
  wasFirstRaisedBy(conversationId: string, accountId: string): Promise<boolean>
  /** Ids of concerns that nobody acknowledged by `now` and that were not told again yet. */
  overdue(now: number): Promise<string[]>
}

export function createConcernReader(db: Kysely<unknown>): ConcernReader {
  const tables = db.$extendTables<HelpdeskTables>()
  const withConversation = tables
    .selectFrom('concern')
    .innerJoin('conversation', 'conversation.id', 'concern.conversation_id')
    .selectAll('concern')
    .select(['conversation.reference', 'conversation.held'])

  async function withTold(rows: readonly ConcernRow[]): Promise<Concern[]> {
    if (rows.length === 0) return []
    const ids = rows.map(({ id }) => id)
    const told = await tables
      .selectFrom('concern_told')
      .select(['id', 'concern_id', 'whom', 'told_at as toldAt', 'told_by_name as toldByName', 'note'])
      .where('concern_id', 'in', ids)
      .orderBy('told_at')
      .orderBy('id')
      .execute()
    return rows.map((row) => ({
      ...toConcern(row),
      told: told
        .filter(({ concern_id }) => concern_id === row.id)
        .map(({ concern_id: _, ...fields }) => fields),
    }))
  }

  return {
    async find(id) {
      const [concern] = await withTold(await withConversation.where('concern.id', '=', id).execute())
      if (!concern) throw new ConcernNotFound()
      return concern
    },

    async list({ closed, raisedBy }) {
      const wanted =
        raisedBy === undefined ? withConversation : withConversation.where('raised_by', '=', raisedBy)
      const current = await wanted
        .where(({ or, eb }) => or([eb('closed_at', 'is', null), eb('held', '=', 1)]))
        .orderBy('raised_at')
        .execute()
      const past = await wanted
        .where('closed_at', 'is not', null)
        .where('held', '=', 0)
        .orderBy('closed_at', 'desc')
        .limit(closed)
        .execute()
      return withTold([...current, ...past])
    },

    async wasFirstRaisedBy(conversationId, accountId) {
      const first = await tables
        .selectFrom('concern')
        .select('raised_by')
        .where('conversation_id', '=', conversationId)
        .orderBy('raised_at')
        .limit(1)
        .executeTakeFirst()
      return first?.raised_by === accountId
    },

    async overdue(now) {
      const rows = await tables
        .selectFrom('concern')
        .selectAll()
        .where('closed_at', 'is', null)
        .where('acknowledged_at', 'is', null)
        .where('escalated_at', 'is', null)
        .execute()
      return rows.filter((row) => mustEscalate(toStanding(row), now)).map(({ id }) => id)
    },
  }
}
