import type { Kysely, Transaction } from 'kysely'
import type { HelpdeskTables } from './tables.ts'

/** The words that may signal danger, as leads keep them. */
export interface DangerWords {
  /** In the order of the alphabet. */
  list(): Promise<string[]>
  /** False when it was in the list already. */
  add(trx: Transaction<unknown>, word: string, addedBy: string): Promise<boolean>
  /** False when it was not in the list. */
  remove(trx: Transaction<unknown>, word: string): Promise<boolean>
  /** Adds those of `words` that were never in the list: what a lead took out stays out. */
  seed(trx: Transaction<unknown>, words: readonly string[]): Promise<void>
}

export function createDangerWords(db: Kysely<unknown>, clock: () => number): DangerWords {
  return {
    async list() {
      const rows = await db
        .$extendTables<HelpdeskTables>()
        .selectFrom('danger_word')
        .select('word')
        .where('removed_at', 'is', null)
        .execute()
      return rows.map(({ word }) => word).toSorted((one, other) => one.localeCompare(other, 'en-GB'))
    },

    async add(trx, typed, addedBy) {
      const fields = { added_by: addedBy, added_at: clock(), removed_at: null }
      const added = await trx
        .$extendTables<HelpdeskTables>()
        .insertInto('danger_word')
        .values({ word: typed.toLowerCase(), ...fields })
        .onConflict((conflict) =>
          conflict.column('word').doUpdateSet(fields).where('danger_word.removed_at', 'is not', null),
        )
        .returning('word')
        .executeTakeFirst()
      return added !== undefined
    },

    async remove(trx, word) {
      const { numUpdatedRows } = await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('danger_word')
        .set({ removed_at: clock() })
        .where('word', '=', word)
        .where('removed_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async seed(trx, words) {
      const rows = words.map((word) => ({ word, added_by: null, added_at: clock(), removed_at: null }))
      await trx
        .$extendTables<HelpdeskTables>()
        .insertInto('danger_word')
        .values(rows)
        .onConflict((conflict) => conflict.column('word').doNothing())
        .execute()
    },
  }
}
