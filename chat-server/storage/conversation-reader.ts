import type { Kysely, Selectable } from 'kysely'
import { type Message, visitorChannels } from '#protocol/conversation.ts'
import { compareWaiting } from '../domain/queue.ts'
import { hashCapability, renewsBefore } from './capability.ts'
import {
  type LastMessage,
  type StoredConversation,
  toConversation,
  toExcerpt,
  toMessage,
} from './conversation-rows.ts'
import { readTogether } from './read-together.ts'
import type { ConversationTable, HelpdeskTables } from './tables.ts'

/** Messages that are read at once: a long conversation must not hold up the others. */
export const messagesOnPage = 200

/** Reads of conversations. Everything here is committed. */
export interface ConversationReader {
  find(id: string): Promise<StoredConversation | undefined>
  /** The conversation that a visitor's cookie opens now. */
  findByCapability(capability: string): Promise<StoredConversation | undefined>
  /** The same, and whether the cookie's end is worth moving on now. */
  findOpened(capability: string): Promise<{ conversation: StoredConversation; isDue: boolean } | undefined>
  /** Messages after `lastSeq`, in order, at most a page of them. */
  messagesAfter(id: string, lastSeq: number): Promise<Message[]>
  /** Everything that was said, in order, read page by page. */
  allMessages(id: string): Promise<Message[]>
  /** Who waits, in the order in which they are served. */
  queue(): Promise<StoredConversation[]>
  /** All that navigators have. */
  withNavigators(): Promise<StoredConversation[]>
  /** For the desk's list: all that are not ended, and the newest `ended` of those that are. */
  list(options: {
    ended: number
  }): Promise<{ conversation: StoredConversation; lastMessage: LastMessage | null }[]>
  /** The newest message that a person wrote: what a list shows, and not our own notices. */
  lastMessage(id: string): Promise<LastMessage | null>
  /** The same lines for so many conversations, in no order. */
  lines(
    ids: readonly string[],
  ): Promise<{ conversation: StoredConversation; lastMessage: LastMessage | null }[]>
  /** How long the newest 20 chats taken after `since` had waited, in ms. */
  latestWaitsMs(since: number): Promise<number[]>
}

export function createConversationReader(db: Kysely<unknown>, clock: () => number): ConversationReader {
  const tables = db.$extendTables<HelpdeskTables>()
  const conversations = tables.selectFrom('conversation').selectAll('conversation')
  const withLastMessage = conversations
    .leftJoin('message', (join) =>
      join
        .onRef('message.conversation_id', '=', 'conversation.id')
        .on('message.seq', '=', ({ selectFrom }) =>
          selectFrom('message as written')
            .select('written.seq')
            .whereRef('written.conversation_id', '=', 'conversation.id')
            .where('written.author', '!=', 'notice')
            .orderBy('written.seq', 'desc')
            .limit(1),
        ),
    )
    .select([
      'message.seq as written_seq',
      'message.author as last_author',
      'message.text as last_text',
      'message.sent_at as last_sent_at',
      'message.card as last_card',
    ])

  async function findOpened(capability: string) {
    const now = clock()
    const row = await conversations
      .innerJoin('capability', 'capability.conversation_id', 'conversation.id')
      .select('capability.ends_at')
      .where('capability.hash', '=', hashCapability(capability))
      .where('capability.ends_at', '>', now)
      .where('conversation.channel', 'in', visitorChannels)
      .executeTakeFirst()
    return row && { conversation: toConversation(row), isDue: (row.ends_at ?? 0) <= renewsBefore(now) }
  }

  async function messagesAfter(id: string, lastSeq: number) {
    const rows = await tables
      .selectFrom('message')
      .selectAll()
      .where('conversation_id', '=', id)
      .where('seq', '>', lastSeq)
      .orderBy('seq')
      .limit(messagesOnPage)
      .execute()
    return rows.map(toMessage)
  }

  return {
    async find(id) {
      const row = await conversations.where('id', '=', id).executeTakeFirst()
      return row && toConversation(row)
    },
    findOpened,
    findByCapability: async (capability) => (await findOpened(capability))?.conversation,
    messagesAfter,
    async allMessages(id) {
      const messages: Message[] = []
      for (;;) {
        const page = await messagesAfter(id, messages.at(-1)?.seq ?? 0)
        if (page.length === 0) return messages
        messages.push(...page)
      }
    },
    queue: readTogether(async () => {
      const rows = await conversations.where('state', '=', 'waiting').execute()
      return rows.map(toConversation).toSorted(compareWaiting)
    }),
    async withNavigators() {
      const rows = await conversations.where('state', '=', 'with-navigator').orderBy('arrival').execute()
      return rows.map(toConversation)
    },
    async list({ ended }) {
      const current = await withLastMessage.where('state', '!=', 'ended').orderBy('started_at').execute()
      const past = await withLastMessage
        .where('state', '=', 'ended')
        .orderBy('started_at', 'desc')
        .limit(ended)
        .execute()
      return [...current, ...past].map(toLine)
    },
    async lines(ids) {
      const lines: ReturnType<typeof toLine>[] = []
      for (let from = 0; from < ids.length; from += linesAtOnce) {
        const some = ids.slice(from, from + linesAtOnce)
        const rows = await withLastMessage.where('conversation.id', 'in', some).execute()
        lines.push(...rows.map(toLine))
      }
      return lines
    },
    async lastMessage(id) {
      const row = await withLastMessage.where('conversation.id', '=', id).executeTakeFirst()
      return row ? toLastMessage(row) : null
    },
    async latestWaitsMs(since) {
      const rows = await tables
        .selectFrom('conversation')
        .select(['started_at', 'first_taken_at'])
        .where('channel', '=', 'chat')
        .where('first_taken_at', '>', since)
        .orderBy('first_taken_at', 'desc')
        .limit(20)
        .execute()
      return rows.map((row) => Math.max(0, (row.first_taken_at ?? row.started_at) - row.started_at))
    },
  }
}

/** A query names each conversation that it asks for. */
const linesAtOnce = 100

function toLine(row: Selectable<ConversationTable> & LastMessageColumns) {
  return { conversation: toConversation(row), lastMessage: toLastMessage(row) }
}

interface LastMessageColumns {
  written_seq: number | null
  last_author: LastMessage['author'] | null
  last_text: string | null
  last_sent_at: number | null
  last_card: string | null
}

function toLastMessage(row: LastMessageColumns): LastMessage | null {
  const { written_seq: seq, last_author: author, last_text: text, last_sent_at: sentAt } = row
  if (seq === null || author === null || text === null || sentAt === null) return null
  return { seq, author, text: toExcerpt(text, row.last_card), sentAt }
}
