import type { Kysely, Transaction } from 'kysely'
import { channels, isOpenToVisitors } from '#protocol/conversation.ts'
import type { HelpdeskTables } from './tables.ts'

/** What is written down of calls and visits, beside the conversations themselves. */
export interface CallLog {
  /** The call or visit that `accountId` wrote down under this id, however long ago. */
  findEarlier(clientConversationId: string, accountId: string): Promise<EarlierEntry | undefined>
  /** Whether `accountId` wrote this call or visit down. */
  isWrittenBy(trx: Transaction<unknown>, id: string, accountId: string): Promise<boolean>
  /** Ids of the newest calls, visits and requests for paper; of one author alone when `writtenBy` is given. */
  newest(limit: number, writtenBy: string | null): Promise<string[]>
  /** What was written down first of each, by id. */
  firstWords(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
}

export interface EarlierEntry {
  id: string
  reference: string
}

export function createCallLog(db: Kysely<unknown>): CallLog {
  const tables = db.$extendTables<HelpdeskTables>()
  const written = tables
    .selectFrom('conversation')
    .innerJoin('message', 'message.conversation_id', 'conversation.id')
    .where('message.seq', '=', 1)
  return {
    findEarlier: (clientConversationId, accountId) =>
      written
        .select(['conversation.id', 'conversation.reference'])
        .where('conversation.client_conversation_id', '=', clientConversationId)
        .where('message.author_id', '=', accountId)
        .executeTakeFirst(),

    async isWrittenBy(trx, id, accountId) {
      const first = await trx
        .$extendTables<HelpdeskTables>()
        .selectFrom('message')
        .select('author_id')
        .where('conversation_id', '=', id)
        .where('seq', '=', 1)
        .executeTakeFirst()
      return first?.author_id === accountId
    },

    async newest(limit, writtenBy) {
      const rows = await written
        .select('conversation.id')
        .where('conversation.channel', 'in', staffChannels)
        .$if(writtenBy !== null, (query) => query.where('message.author_id', '=', writtenBy))
        .orderBy('conversation.arrival', 'desc')
        .limit(limit)
        .execute()
      return rows.map(({ id }) => id)
    },

    async firstWords(ids) {
      if (ids.length === 0) return new Map()
      const rows = await written
        .select(['conversation.id', 'message.text'])
        .where('conversation.id', 'in', ids)
        .execute()
      return new Map(rows.map(({ id, text }) => [id, text]))
    },
  }
}

const staffChannels = channels.filter((channel) => !isOpenToVisitors({ channel }))
