import type { Kysely, Transaction } from 'kysely'
import type { NewGap } from '#protocol/insight.ts'
import type { Holding } from '../domain/concern.ts'
import { toHolding } from './conversation-rows.ts'
import type { HelpdeskTables } from './tables.ts'

/** Services that families needed and that nobody could find. */
export interface Gaps {
  /** False when it was there before. */
  add(trx: Transaction<unknown>, gap: NewGap, by: string): Promise<boolean>
  /** All of them, the newest first, without their words. */
  all(): Promise<CountedGap[]>
  /** The newest, with their words and what decides who reads them; `holding` is null when there was no conversation. */
  newest(limit: number): Promise<NotedGap[]>
}

/** What is counted of a gap. */
export interface CountedGap {
  need: string | null
  age: number | null
  area: string | null
  notedAt: number
}

export interface NotedGap extends CountedGap {
  id: string
  words: string | null
  holding: Holding | null
}

export function createGaps(options: { db: Kysely<unknown>; clock: () => number; newId: () => string }): Gaps {
  const { clock, newId } = options
  const tables = options.db.$extendTables<HelpdeskTables>()
  return {
    async add(trx, { clientGapId, conversationId, need, age, area, words }, by) {
      const { numInsertedOrUpdatedRows } = await trx
        .$extendTables<HelpdeskTables>()
        .insertInto('gap')
        .values({
          ...{ id: newId(), client_gap_id: clientGapId, conversation_id: conversationId },
          ...{ need, age, area, words, noted_by: by, noted_at: clock() },
        })
        .onConflict((conflict) => conflict.column('client_gap_id').doNothing())
        .executeTakeFirst()
      return (numInsertedOrUpdatedRows ?? 0n) > 0n
    },
    async all() {
      const rows = await tables
        .selectFrom('gap')
        .select(['need', 'age', 'area', 'noted_at'])
        .orderBy('noted_at', 'desc')
        .execute()
      return rows.map(({ noted_at, ...gap }) => ({ ...gap, notedAt: noted_at }))
    },
    async newest(limit) {
      const rows = await tables
        .selectFrom('gap')
        .leftJoin('conversation', 'conversation.id', 'gap.conversation_id')
        .select(['gap.id', 'gap.need', 'gap.age', 'gap.area', 'gap.words', 'gap.noted_at'])
        .select(['conversation.held', 'conversation.navigator_id', 'conversation.colleagues'])
        .orderBy('gap.noted_at', 'desc')
        .orderBy('gap.id')
        .limit(limit)
        .execute()
      return rows.map(({ noted_at, held, navigator_id, colleagues, ...gap }) => ({
        ...gap,
        notedAt: noted_at,
        holding: held === null ? null : toHolding({ held, navigator_id, colleagues: colleagues ?? '[]' }),
      }))
    },
  }
}
