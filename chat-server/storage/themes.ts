import { type Kysely, PostgresAdapter, sql, type Transaction } from 'kysely'
import type { NewMark } from '#protocol/insight.ts'
import type { Holding } from '../domain/concern.ts'
import { MarkNotFound, ThemeNotFound } from '../domain/insight-errors.ts'
import { toHolding } from './conversation-rows.ts'
import type { HelpdeskTables } from './tables.ts'

/** Points that families made, and the themes into which they are gathered. */
export interface Themes {
  /** False when it was there before. */
  mark(trx: Transaction<unknown>, mark: Omit<NewMark, 'lookedAgain'>, by: string): Promise<boolean>
  /** Makes a theme and gives its id; the one that is open under this title when there is one. */
  make(trx: Transaction<unknown>, title: string, by: string): Promise<string>
  /** Puts a mark into an open theme, or among the unsorted again. Throws `MarkNotFound`, `ThemeNotFound`. */
  gather(trx: Transaction<unknown>, markId: string, themeId: string | null): Promise<void>
  /** Takes a theme off the list; its marks stay in it and are counted. False when it had been closed. */
  close(trx: Transaction<unknown>, themeId: string): Promise<boolean>
  /** Open ones with how many marks are in each, those with most first. */
  list(): Promise<CountedTheme[]>
  /** Marks in a theme, or those in none, the newest first, with what decides who reads their words. */
  marks(themeId: string | null, limit: number): Promise<Mark[]>
  countUnsorted(): Promise<number>
}

export interface CountedTheme {
  id: string
  title: string
  marks: number
}

export interface Mark {
  id: string
  /** null once the text of its conversation is removed */
  words: string | null
  markedAt: number
  holding: Holding
}

export function createThemes(options: {
  db: Kysely<unknown>
  clock: () => number
  newId: () => string
}): Themes {
  const { clock, newId } = options
  const tables = options.db.$extendTables<HelpdeskTables>()
  return {
    async mark(trx, { clientMarkId, conversationId, seq, words }, by) {
      const { numInsertedOrUpdatedRows } = await trx
        .$extendTables<HelpdeskTables>()
        .insertInto('mark')
        .values({
          ...{ id: newId(), client_mark_id: clientMarkId, conversation_id: conversationId, seq },
          ...{ theme_id: null, words, marked_by: by, marked_at: clock() },
        })
        .onConflict((conflict) => conflict.column('client_mark_id').doNothing())
        .executeTakeFirst()
      return (numInsertedOrUpdatedRows ?? 0n) > 0n
    },

    async make(trx, title, by) {
      const inside = trx.$extendTables<HelpdeskTables>()
      // Two who make the same one at once wait for each other; SQLite has one writer anyway.
      if (trx.getExecutor().adapter instanceof PostgresAdapter)
        await sql`lock table theme in share row exclusive mode`.execute(trx)
      const open = await inside
        .selectFrom('theme')
        .select(['id', 'title'])
        .where('closed_at', 'is', null)
        .execute()
      const known = open.find((theme) => theme.title.toLowerCase() === title.toLowerCase())
      if (known) return known.id
      const id = newId()
      await inside
        .insertInto('theme')
        .values({ id, title, made_by: by, made_at: clock(), closed_at: null })
        .execute()
      return id
    },

    async gather(trx, markId, themeId) {
      const inside = trx.$extendTables<HelpdeskTables>()
      if (themeId !== null) {
        const theme = await inside
          .selectFrom('theme')
          .select('id')
          .where('id', '=', themeId)
          .where('closed_at', 'is', null)
          .executeTakeFirst()
        if (!theme) throw new ThemeNotFound()
      }
      const { numUpdatedRows } = await inside
        .updateTable('mark')
        .set({ theme_id: themeId })
        .where('id', '=', markId)
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new MarkNotFound()
    },

    async close(trx, themeId) {
      const { numUpdatedRows } = await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('theme')
        .set({ closed_at: clock() })
        .where('id', '=', themeId)
        .where('closed_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async list() {
      const rows = await tables
        .selectFrom('theme')
        .leftJoin('mark', 'mark.theme_id', 'theme.id')
        .select(({ fn }) => ['theme.id', 'theme.title', fn.count<number | string>('mark.id').as('marks')])
        .where('theme.closed_at', 'is', null)
        .groupBy(['theme.id', 'theme.title'])
        .orderBy('marks', 'desc')
        .orderBy('theme.title')
        .execute()
      return rows.map((row) => ({ ...row, marks: Number(row.marks) }))
    },

    async marks(themeId, limit) {
      const rows = await tables
        .selectFrom('mark')
        .innerJoin('conversation', 'conversation.id', 'mark.conversation_id')
        .select(['mark.id', 'mark.words', 'mark.marked_at'])
        .select(['conversation.held', 'conversation.navigator_id', 'conversation.colleagues'])
        .where('mark.theme_id', themeId === null ? 'is' : '=', themeId)
        .orderBy('mark.marked_at', 'desc')
        .orderBy('mark.id')
        .limit(limit)
        .execute()
      return rows.map(({ id, words, marked_at, ...row }) => ({
        ...{ id, words, markedAt: marked_at },
        holding: toHolding(row),
      }))
    },

    async countUnsorted() {
      const { count } = await tables
        .selectFrom('mark')
        .select(({ fn }) => fn.countAll<number | string>().as('count'))
        .where('theme_id', 'is', null)
        .executeTakeFirstOrThrow()
      return Number(count)
    },
  }
}
