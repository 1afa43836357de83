import type { ExpressionBuilder, Kysely, Transaction } from 'kysely'
import { visitorChannels } from '#protocol/conversation.ts'
import { ConversationNotFound } from '../domain/errors.ts'
import { type StoredConversation, toConversation } from './conversation-rows.ts'
import type { HelpdeskTables } from './tables.ts'

/** How to reach a visitor who is not on the page, and how far we have. */
export interface VisitorContact {
  /** Stores the address for answers; `isNew` unless it was known. Throws `ConversationNotFound`. */
  leaveEmail(
    trx: Transaction<unknown>,
    id: string,
    email: string,
  ): Promise<{ conversation: StoredConversation; isNew: boolean }>
  /** Removes the address: no email goes any more. */
  forgetEmail(trx: Transaction<unknown>, id: string): Promise<void>
  /** Stores what helps the visitor to talk with us. Throws `ConversationNotFound`. */
  sayUses(trx: Transaction<unknown>, id: string, uses: readonly string[]): Promise<StoredConversation>
  /** Stores that the visitor wants to be rung, and when it suits. Throws `ConversationNotFound`. */
  askCallBack(trx: Transaction<unknown>, id: string, wish: CallBackWish): Promise<StoredConversation>
  /**
   * The conversation, when an email about an answer may go: there is an address, and the visitor has read on since the
   * last one. Whoever gets it sends it; nobody else does until they read on again.
   */
  takeEmailTurn(trx: Transaction<unknown>, id: string): Promise<StoredConversation | undefined>
  /** Lets the next email about an answer go, whatever the visitor has read. */
  giveEmailTurn(trx: Transaction<unknown>, id: string): Promise<void>
  /** Ids of conversations whose visitor left an address and has not seen what a navigator wrote before `writtenBefore`. */
  unread(writtenBefore: number): Promise<string[]>
}

export interface CallBackWish {
  telephone: string
  /** in the visitor's words */
  suits: string | undefined
}

export function createVisitorContact(db: Kysely<unknown>): VisitorContact {
  return {
    async leaveEmail(trx, id, email) {
      const tables = trx.$extendTables<HelpdeskTables>()
      const changed = await tables
        .updateTable('conversation')
        .set({ email })
        .where('id', '=', id)
        .where('text_removed_at', 'is', null)
        .where(({ or, eb }) => or([eb('email', 'is', null), eb('email', '!=', email)]))
        .returningAll()
        .executeTakeFirst()
      const row =
        changed ??
        (await tables.selectFrom('conversation').selectAll().where('id', '=', id).executeTakeFirst())
      if (!row) throw new ConversationNotFound()
      return { conversation: toConversation(row), isNew: changed !== undefined }
    },

    async forgetEmail(trx, id) {
      await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('conversation')
        .set({ email: null })
        .where('id', '=', id)
        .execute()
    },

    async sayUses(trx, id, uses) {
      const row = await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('conversation')
        .set({ uses: JSON.stringify(uses) })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst()
      if (!row) throw new ConversationNotFound()
      return toConversation(row)
    },

    async askCallBack(trx, id, { telephone, suits = null }) {
      const row = await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('conversation')
        .set({ call_back: 1, telephone, call_back_when: suits })
        .where('id', '=', id)
        .returningAll()
        .executeTakeFirst()
      if (!row) throw new ConversationNotFound()
      return toConversation(row)
    },

    async takeEmailTurn(trx, id) {
      const row = await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('conversation')
        .set(({ ref }) => ({ seen_when_emailed: ref('seen_by_visitor') }))
        .where('id', '=', id)
        .where('email', 'is not', null)
        .where('channel', 'in', visitorChannels)
        .where(hasReadOn)
        .returningAll()
        .executeTakeFirst()
      return row && toConversation(row)
    },

    async giveEmailTurn(trx, id) {
      await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('conversation')
        .set({ seen_when_emailed: null })
        .where('id', '=', id)
        .execute()
    },

    async unread(writtenBefore) {
      const rows = await db
        .$extendTables<HelpdeskTables>()
        .selectFrom('conversation')
        .select('conversation.id')
        .where('email', 'is not', null)
        .where('channel', 'in', visitorChannels)
        .where(hasReadOn)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('message')
              .select('message.seq')
              .whereRef('message.conversation_id', '=', 'conversation.id')
              .whereRef('message.seq', '>', 'conversation.seen_by_visitor')
              .where('message.author', '=', 'navigator')
              .where('message.sent_at', '<=', writtenBefore),
          ),
        )
        .limit(100)
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}

/** Whether the visitor has read on since the last email, or there was none. */
function hasReadOn({ or, eb }: ExpressionBuilder<HelpdeskTables, 'conversation'>) {
  return or([eb('seen_when_emailed', 'is', null), eb('seen_when_emailed', '<', eb.ref('seen_by_visitor'))])
}
