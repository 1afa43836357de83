import type { Selectable, Transaction } from 'kysely'
import { prepareQuery, type Value } from '#platform/database/prepared-query.ts'
import type { Card } from '#protocol/cards.ts'
import type { Message } from '#protocol/conversation.ts'
import { type Actor, refuseWriting } from '../domain/conversation.ts'
import { ConversationNotFound, MessageIdInUse } from '../domain/errors.ts'
import { type StoredConversation, toColleagues, toConversation, toMessage } from './conversation-rows.ts'
import type { HelpdeskTables, MessageTable } from './tables.ts'

/** Adds messages, each inside the caller's transaction. Numbers run 1, 2, 3 … in each conversation, without gaps. */
export interface MessageWriter {
  /**
   * Stores what a person wrote. The same `clientMessageId` again gives the first message back, `isNew` false, also
   * after the end. Throws `ConversationNotFound`, `MessageIdInUse`, what `refuseWriting` and what `card` throws.
   */
  add(trx: Transaction<unknown>, id: string, input: NewMessage): Promise<AddedMessage>
  /** Stores a notice of the helpdesk itself. */
  addNotice(trx: Transaction<unknown>, id: string, text: string): Promise<AddedNotice>
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
  conversation: CountedConversation | null
  isNew: boolean
}

/** What is known of a conversation that a message was added to: no more than each message needs. */
export type CountedConversation = Pick<
  StoredConversation,
  'id' | 'state' | 'visitorName' | 'navigatorId' | 'held' | 'lastSeq' | 'colleagues'
>

export interface AddedNotice extends AddedMessage {
  conversation: StoredConversation
}

export function createMessageWriter({ clock }: { clock: () => number }): MessageWriter {
  /** Null when a message with the same `client_message_id` is there. */
  async function insert(
    trx: Transaction<unknown>,
    conversation: CountedConversation,
    fields: Omit<MessageRow, 'conversation_id' | 'seq' | 'sent_at'>,
  ): Promise<Message | null> {
    const row = { conversation_id: conversation.id, seq: conversation.lastSeq, sent_at: clock(), ...fields }
    const { changed } = await insertMessage(trx, row)
    return changed === 0n ? null : toMessage(row)
  }

  return {
    async add(trx, id, input) {
      // A card is looked up for a new message alone. Otherwise most messages are new, and the rest show below.
      const known = input.card && (await findEarlier(trx, id, input))
      if (known) return known
      const conversation = await takeNextSeq(trx, id)
      try {
        refuseWriting(conversation, input.author)
      } catch (refusal) {
        return await giveBack(trx, id, input, refusal)
      }
      const message = await insert(trx, conversation, {
        author: input.author.kind,
        author_id: input.author.kind === 'navigator' ? input.author.accountId : null,
        author_name: input.author.kind === 'visitor' ? conversation.visitorName : (input.authorName ?? null),
        client_message_id: input.clientMessageId,
        text: input.text,
        card: input.card ? JSON.stringify(input.card()) : null,
      })
      return message
        ? { message, conversation, isNew: true }
        : giveBack(trx, id, input, new ConversationNotFound())
    },

    async addNotice(trx, id, text) {
      const [row] = (await countUpAndRead(trx, { id })).rows
      if (!row) throw new ConversationNotFound()
      const conversation = toConversation(row)
      const nobody = { author_id: null, author_name: null, client_message_id: null }
      const message = await insert(trx, conversation, { author: 'notice', ...nobody, text, card: null })
      if (!message) throw new ConversationNotFound()
      return { message, conversation, isNew: true }
    },
  }
}

/** Counts one up. The row stays locked until the transaction ends, so two messages never get one number. */
async function takeNextSeq(trx: Transaction<unknown>, id: string): Promise<CountedConversation> {
  const [row] = (await countUp(trx, { id })).rows
  if (!row) throw new ConversationNotFound()
  return {
    id,
    state: row.state,
    visitorName: row.visitor_name,
    navigatorId: row.navigator_id,
    held: row.held === 1,
    colleagues: toColleagues(row.colleagues),
    lastSeq: row.last_seq,
  }
}

/** The message may have come before: then the number that was taken for it goes back. Throws `refusal` when it has not. */
async function giveBack(
  trx: Transaction<unknown>,
  id: string,
  input: NewMessage,
  refusal: unknown,
): Promise<AddedMessage> {
  const earlier = await findEarlier(trx, id, input)
  if (!earlier) throw refusal
  await trx
    .$extendTables<HelpdeskTables>()
    .updateTable('conversation')
    .set((expression) => ({ last_seq: expression('last_seq', '-', 1) }))
    .where('id', '=', id)
    .execute()
  return earlier
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

type MessageRow = Selectable<MessageTable>

const countUp = prepareQuery((db, value: Value<{ id: string }>) =>
  db
    .$extendTables<HelpdeskTables>()
    .updateTable('conversation')
    .set((expression) => ({ last_seq: expression('last_seq', '+', 1) }))
    .where('id', '=', value('id'))
    .returning(['state', 'visitor_name', 'navigator_id', 'held', 'last_seq', 'colleagues']),
)

const countUpAndRead = prepareQuery((db, value: Value<{ id: string }>) =>
  db
    .$extendTables<HelpdeskTables>()
    .updateTable('conversation')
    .set((expression) => ({ last_seq: expression('last_seq', '+', 1) }))
    .where('id', '=', value('id'))
    .returningAll(),
)

const insertMessage = prepareQuery((db, value: Value<MessageRow>) =>
  db
    .$extendTables<HelpdeskTables>()
    .insertInto('message')
    .values({
      conversation_id: value('conversation_id'),
      seq: value('seq'),
      author: value('author'),
      author_id: value('author_id'),
      author_name: value('author_name'),
      client_message_id: value('client_message_id'),
      text: value('text'),
      sent_at: value('sent_at'),
      card: value('card'),
    })
    .onConflict((conflict) => conflict.columns(['conversation_id', 'client_message_id']).doNothing()),
)
