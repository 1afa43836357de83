import type { Kysely, Transaction } from 'kysely'
import { channels, visitorChannels } from '#protocol/conversation.ts'
import type { HelpdeskTables } from './tables.ts'

/** What is written down of calls and visits, beside the conversations themselves. */
export interface CallLog {
  /** The call or visit that `accountId` wrote down under this id, however long ago. */
  findEarlier(clientConversationId: string, accountId: string): Promise<EarlierEntry | undefined>
  /** Ids of the newest calls, visits and requests for paper; of one author alone when `writtenBy` is given. */
  newest(limit: number, writtenBy: string | null): Promise<string[]>
  followUp(trx: Transaction<unknown>, conversationId: string, when: NewFollowUp): Promise<void>
}

export interface EarlierEntry {
  id: string
  reference: string
}

export interface NewFollowUp {
  accountId: string
  /** `YYYY-MM-DD` */
  on: string
  text: string
}

export function createCallLog(options: {
  db: Kysely<unknown>
  clock: () => number
  newId: () => string
}): CallLog {
  const { clock, newId } = options
  const tables = options.db.$extendTables<HelpdeskTables>()
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

    async followUp(trx, conversationId, { accountId, on, text }) {
      await trx
        .$extendTables<HelpdeskTables>()
        .insertInto('follow_up')
        .values({
          ...{ id: newId(), conversation_id: conversationId, account_id: accountId, due_on: on, text },
          ...{ made_at: clock(), done_at: null },
        })
        .execute()
    },
  }
}

const staffChannels = channels.filter((channel) => !visitorChannels.some((open) => open === channel))
