import type { Transaction } from 'kysely'
import type { Card } from '#protocol/cards.ts'
import type { Author, Message } from '#protocol/conversation.ts'
import { type Actor, refuseWriting } from '../domain/conversation.ts'
import { ConversationNotFound, MessageIdInUse } from '../domain/errors.ts'
import { type StoredConversation, toConversation, toMessage } from './conversation-rows.ts'
import type { HelpdeskTables } from './tables.ts'

/** Adds messages, each inside the caller's transaction. Numbers run 1, 2, 3 … in each conversation, without gaps. */
export interface MessageWriter {
  /**
   * Stores what a person wrote. The same `clientMessageId` again gives the first message back, `isNew` false, also
   * after the end. Throws `ConversationNotFound`, `MessageIdInUse`, what `refuseWriting` and what `card` throws.
   */
  add(trx: Transaction<unknown>, id: string, input: NewMessage): Promise<AddedMessage>
  /** Stores a notice of the helpdesk itself. */
  addNotice(trx: Transaction<unknown>, id: string, text: string): Promise<AddedMessage>
}

export interface NewMessage {
  author: Actor
  /** a navigator's display name; a visitor's is known from the conversation */
  authorName?: string
  clientMessageId: string
  text: string
  /** finds what goes with it; called only when the message is not there yet */
  card?: () => Card
}

export interface AddedMessage {
  message: Message
  /** with the message counted; null when the message was there before */
  conversation: StoredConversation | null
  isNew: boolean
}

export function createMessageWriter({ clock }: { clock: () => number }): MessageWriter {
  return {
    async add(trx, id, input) {
      const earlier = await findEarlier(trx, id, input)
      if (earlier) return earlier
      const conversation = await takeNextSeq(trx, id)
      refuseWriting(conversation, input.author)
      const added = await insert(trx, conversation, {
        author: input.author.kind,
        author_id: input.author.kind === 'navigator' ? input.author.accountId : null,
        author_name: input.author.kind === 'visitor' ? conversation.visitorName : (input.authorName ?? null),
        client_message_id: input.clientMessageId,
        text: input.text,
        card: input.card ? JSON.stringify(input.card()) : null,
      })
      if (added) return added
      // The same message came in twice at once, and the other was first: give its number back.
      await giveSeqBack(trx, id)
      const first = await findEarlier(trx, id, input)
      if (!first) throw new ConversationNotFound()
      return first
    },

    async addNotice(trx, id, text) {
      const conversation = await takeNextSeq(trx, id)
      const notice = {
        author: 'notice' as const,
        author_id: null,
        author_name: null,
        client_message_id: null,
        text,
        card: null,
      }
      const added = await insert(trx, conversation, notice)
      if (!added) throw new ConversationNotFound()
      return added
    },
  }

  /** Null when a message with the same `client_message_id` is there. */
  async function insert(
    trx: Transaction<unknown>,
    conversation: StoredConversation,
    fields: {
      author: Author
      author_id: string | null
      author_name: string | null
      client_message_id: string | null
      text: string
      card: string | null
    },
  ): Promise<AddedMessage | null> {
    const row = await trx
      .$extendTables<HelpdeskTables>()
      .insertInto('message')
      .values({ conversation_id: conversation.id, seq: conversation.lastSeq, sent_at: clock(), ...fields })
      .onConflict((conflict) => conflict.columns(['conversation_id', 'client_message_id']).doNothing())
      .returningAll()
      .executeTakeFirst()
    return row ? { message: toMessage(row), conversation, isNew: true } : null
  }
}

/** Counts one up. The row stays locked until the transaction ends, so two messages never get one number. */
async function takeNextSeq(trx: Transaction<unknown>, id: string): Promise<StoredConversation> {
  const row = await trx
    .$extendTables<HelpdeskTables>()
    .updateTable('conversation')
    .set((expression) => ({ last_seq: expression('last_seq', '+', 1) }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new ConversationNotFound()
  return toConversation(row)
}

async function giveSeqBack(trx: Transaction<unknown>, id: string): Promise<void> {
  await trx
    .$extendTables<HelpdeskTables>()
    .updateTable('conversation')
    .set((expression) => ({ last_seq: expression('last_seq', '-', 1) }))
    .where('id', '=', id)
    .execute()
}

async function findEarlier(
  trx: Transaction<unknown>,
  id: string,
  input: NewMessage,
): Promise<AddedMessage | null> {
  const row = await trx
    .$extendTables<HelpdeskTables>()
    .selectFrom('message')
    .selectAll()
    .where('conversation_id', '=', id)
    .where('client_message_id', '=', input.clientMessageId)
    .executeTakeFirst()
  if (!row) return null
  const authorId = input.author.kind === 'navigator' ? input.author.accountId : null
  if (row.author !== input.author.kind || row.author_id !== authorId) throw new MessageIdInUse()
  return { message: toMessage(row), conversation: null, isNew: false }
}
