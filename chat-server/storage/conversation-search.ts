import { sql, type Transaction } from 'kysely'
import type { Database } from '#platform/database/database.ts'
import type { Channel } from '#protocol/conversation.ts'
import { type DeskPerson, mayRead } from '../domain/concern.ts'
import { excerptAround, type SoughtWord, wordsOf } from '../domain/search-words.ts'
import { type StoredConversation, toConversation } from './conversation-rows.ts'
import { createSearchIndex } from './search-index.ts'
import type { HelpdeskTables } from './tables.ts'

/** Full-text search of what was said, noted and asked. Text that was removed is never found. */
export interface ConversationSearch {
  /**
   * Takes in what was written since, of `most` conversations at the most, the newest first. Nothing of this is done when a
   * message is sent, which so never waits for it.
   *
   * @param quietSince ms UTC: leaves out those with a message since then, which will change again soon
   * @returns how many that were
   */
  takeIn(most: number, quietSince?: number): Promise<number>
  /** How many conversations have changed and are not taken in yet; counts no further than `most`. */
  notTakenIn(most: number): Promise<number>
  /** The newest conversations that hold all of the words and that this person may read. */
  find(sought: readonly SoughtWord[], person: DeskPerson, narrowed: Narrowed): Promise<StoredConversation[]>
  /** The words around the first that was found in a message or else in a note; null when it is in neither. */
  excerpt(id: string, sought: readonly SoughtWord[]): Promise<Excerpt | null>
}

/** What is to be found among. `null`: all. */
export interface Narrowed {
  channel: Channel | null
  navigatorId: string | null
  tag: string | null
  heldOnly: boolean
  /** how many at the most */
  most: number
}

export interface Excerpt {
  where: 'message' | 'note'
  text: string
}

/** Conversations that are taken in by one transaction: others write in between. */
const inOneTransaction = 10

/** The newest messages that an excerpt is looked for in. */
const excerptFrom = 300

export function createConversationSearch(database: Database): ConversationSearch {
  const index = createSearchIndex(database.engine)
  const tables = database.kysely.$extendTables<HelpdeskTables>()
  const stamp = sql<number>`conversation.last_seq + conversation.version`

  async function changed(most: number, quietSince?: number): Promise<string[]> {
    let query = tables
      .selectFrom('conversation')
      .leftJoin('conversation_search as known', 'known.conversation_id', 'conversation.id')
      .select('conversation.id')
      .where('text_removed_at', 'is', null)
      .where(({ or, eb }) => or([eb('known.stamp', 'is', null), eb('known.stamp', '<>', stamp)]))
      .orderBy('started_at', 'desc')
      .limit(most)
    if (quietSince !== undefined)
      query = query.where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('message')
              .select('message.seq')
              .whereRef('message.conversation_id', '=', 'conversation.id')
              .whereRef('message.seq', '=', 'conversation.last_seq')
              .where('message.sent_at', '>=', quietSince),
          ),
        ),
      )
    const rows = await query.execute()
    if (rows.length >= most) return rows.map(({ id }) => id)
    const noted = await tables
      .selectFrom('internal_note')
      .innerJoin('conversation_search as known', 'known.conversation_id', 'internal_note.conversation_id')
      .select('known.conversation_id as id')
      .groupBy(['known.conversation_id', 'known.notes'])
      .having(({ eb, fn, ref }) => eb(fn.countAll(), '<>', ref('known.notes')))
      .limit(most - rows.length)
      .execute()
    return [...new Set([...rows, ...noted].map(({ id }) => id))]
  }

  /** The row stays as it is meanwhile, so that no words come in of a text that is being removed. */
  async function takeInOne(trx: Transaction<unknown>, id: string): Promise<void> {
    const inTrx = trx.$extendTables<HelpdeskTables>()
    const query = inTrx.selectFrom('conversation').selectAll().where('id', '=', id)
    const row = await (database.engine === 'postgres' ? query.forShare() : query).executeTakeFirst()
    if (!row || row.text_removed_at !== null) return
    const said = await inTrx
      .selectFrom('message')
      .select(['text', 'author_name'])
      .where('conversation_id', '=', id)
      .where('author', '<>', 'notice')
      .execute()
    const noted = await inTrx
      .selectFrom('internal_note')
      .select(['text', 'author_name'])
      .where('conversation_id', '=', id)
      .execute()
    const known = [row.reference, row.visitor_name, row.about, row.navigator_name]
    const texts = [...known, ...[...said, ...noted].flatMap(({ text, author_name }) => [text, author_name])]
    await index.write(trx, {
      conversationId: id,
      stamp: row.last_seq + row.version,
      notes: noted.length,
      words: wordsOf(texts.filter((text) => text !== null).join(' ')),
    })
  }

  return {
    async takeIn(most, quietSince) {
      const ids = await changed(most, quietSince)
      for (let from = 0; from < ids.length; from += inOneTransaction)
        await database.write(async (trx) => {
          for (const id of ids.slice(from, from + inOneTransaction)) await takeInOne(trx, id)
        })
      return ids.length
    },

    notTakenIn: async (most) => (await changed(most)).length,

    async find(sought, person, { channel, navigatorId, tag, heldOnly, most }) {
      let query = tables
        .selectFrom('conversation')
        .innerJoin('conversation_search', 'conversation_search.conversation_id', 'conversation.id')
        .selectAll('conversation')
        .where('text_removed_at', 'is', null)
        .where(index.holds(sought))
        .orderBy('started_at', 'desc')
        .limit(most)
      if (!person.isLead)
        query = query.where(({ or, eb }) =>
          or([
            eb('held', '=', 0),
            eb('navigator_id', '=', person.accountId),
            eb('colleagues', 'like', `%"${person.accountId}"%`),
          ]),
        )
      if (channel !== null) query = query.where('channel', '=', channel)
      if (navigatorId !== null) query = query.where('navigator_id', '=', navigatorId)
      if (tag !== null) query = query.where('tags', 'like', `%"${tag}"%`)
      if (heldOnly) query = query.where('held', '=', 1)
      const rows = await query.execute()
      return rows.map(toConversation).filter((conversation) => mayRead(conversation, person))
    },

    async excerpt(id, sought) {
      const said = await tables
        .selectFrom('message')
        .select('text')
        .where('conversation_id', '=', id)
        .where('author', '<>', 'notice')
        .orderBy('seq', 'desc')
        .limit(excerptFrom)
        .execute()
      const found = firstExcerpt(said, sought)
      if (found !== null) return { where: 'message', text: found }
      const noted = await tables
        .selectFrom('internal_note')
        .select('text')
        .where('conversation_id', '=', id)
        .orderBy('written_at', 'desc')
        .limit(excerptFrom)
        .execute()
      const inNote = firstExcerpt(noted, sought)
      return inNote === null ? null : { where: 'note', text: inNote }
    },
  }
}

function firstExcerpt(rows: readonly { text: string }[], sought: readonly SoughtWord[]): string | null {
  for (const { text } of rows) {
    const excerpt = excerptAround(text, sought)
    if (excerpt !== null) return excerpt
  }
  return null
}
