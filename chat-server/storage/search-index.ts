import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { SoughtWord } from '../domain/search-words.ts'
import type { HelpdeskTables } from './tables.ts'

/** Where the words of conversations are kept: full-text search of SQLite or of PostgreSQL. */
export interface SearchIndex {
  /** Puts what is known of a conversation in place of what was. */
  write(trx: Transaction<unknown>, entry: SearchEntry): Promise<void>
  /** A condition for a row of `conversation_search`: all of these words are in it. */
  holds(sought: readonly SoughtWord[]): RawBuilder<boolean>
}

export interface SearchEntry {
  conversationId: string
  /** grows with each message and each change of the conversation */
  stamp: number
  /** how many internal notes there were */
  notes: number
  words: readonly string[]
}

export function createSearchIndex(engine: Database['engine']): SearchIndex {
  return engine === 'sqlite' ? sqliteIndex : postgresIndex
}

/** Forgets the words of conversations, in the transaction that removes their text. */
export async function forgetWords(trx: Transaction<unknown>, ids: readonly string[]): Promise<void> {
  const tables = trx.$extendTables<HelpdeskTables>()
  const forgotten = await tables
    .deleteFrom('conversation_search')
    .where('conversation_id', 'in', ids)
    .returningAll()
    .execute()
  // On PostgreSQL the words stood in the row itself.
  for (const { number } of forgotten)
    if (number !== undefined) await sql`delete from search_word where rowid = ${number}`.execute(trx)
}

const sqliteIndex: SearchIndex = {
  async write(trx, entry) {
    await forgetWords(trx, [entry.conversationId])
    const { number } = await trx
      .$extendTables<HelpdeskTables>()
      .insertInto('conversation_search')
      .values({ conversation_id: entry.conversationId, stamp: entry.stamp, notes: entry.notes })
      .returning('number')
      .executeTakeFirstOrThrow()
    await sql`insert into search_word (rowid, words) values (${number}, ${entry.words.join(' ')})`.execute(
      trx,
    )
  },
  holds(sought) {
    const all = sought.map(({ word, isBeginning }) => `"${word}"${isBeginning ? '*' : ''}`).join(' AND ')
    return sql<boolean>`number in (select rowid from search_word where search_word match ${all})`
  },
}

const postgresIndex: SearchIndex = {
  async write(trx, { conversationId, stamp, notes, words }) {
    // The words are given as they are: PostgreSQL would part addresses and numbers in its own way.
    await sql`insert into conversation_search (conversation_id, stamp, notes, words)
      values (${conversationId}, ${stamp}, ${notes},
        array_to_tsvector(array_remove(string_to_array(${words.join(' ')}, ' '), '')))
      on conflict (conversation_id) do update
      set stamp = excluded.stamp, notes = excluded.notes, words = excluded.words`.execute(trx)
  },
  holds(sought) {
    const all = sought.map(({ word, isBeginning }) => `'${word}'${isBeginning ? ':*' : ''}`).join(' & ')
    return sql<boolean>`words @@ cast(${all} as tsquery)`
  },
}
