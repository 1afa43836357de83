import type { Kysely, Transaction } from 'kysely'
import type { Rating } from '#protocol/parting.ts'
import { hashCapability, newCapability } from './capability.ts'
import { type StoredConversation, toConversation } from './conversation-rows.ts'
import type { HelpdeskTables } from './tables.ts'

/** What visitors say at the end, and the tickets with which a page says it after its device forgot the conversation. */
export interface Ratings {
  /** Stores what the visitor says; it takes the place of what they said before. */
  rate(trx: Transaction<unknown>, conversationId: string, rating: Rating): Promise<void>
  find(conversationId: string): Promise<Rating | null>
  /** Makes a ticket for the hour to come. Only its SHA-256 is stored; tickets that ended go. */
  makeTicket(trx: Transaction<unknown>, conversationId: string): Promise<string>
  /** The conversation that a ticket is for, while it lasts. */
  findByTicket(ticket: string): Promise<StoredConversation | undefined>
}

/** How long a ticket lasts, ms. */
const ticketMs = 60 * 60_000

export function createRatings(db: Kysely<unknown>, clock: () => number): Ratings {
  return {
    async rate(trx, conversationId, { helped, ease }) {
      const said = { helped, ease, rated_at: clock() }
      await trx
        .$extendTables<HelpdeskTables>()
        .insertInto('rating')
        .values({ conversation_id: conversationId, ...said })
        .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(said))
        .execute()
    },

    async find(conversationId) {
      const row = await db
        .$extendTables<HelpdeskTables>()
        .selectFrom('rating')
        .select(['helped', 'ease'])
        .where('conversation_id', '=', conversationId)
        .executeTakeFirst()
      return row ?? null
    },

    async makeTicket(trx, conversationId) {
      const tables = trx.$extendTables<HelpdeskTables>()
      const ticket = newCapability()
      await tables.deleteFrom('parting_ticket').where('ends_at', '<=', clock()).execute()
      await tables
        .insertInto('parting_ticket')
        .values({
          hash: hashCapability(ticket),
          conversation_id: conversationId,
          ends_at: clock() + ticketMs,
        })
        .execute()
      return ticket
    },

    async findByTicket(ticket) {
      const row = await db
        .$extendTables<HelpdeskTables>()
        .selectFrom('conversation')
        .innerJoin('parting_ticket', 'parting_ticket.conversation_id', 'conversation.id')
        .selectAll('conversation')
        .where('parting_ticket.hash', '=', hashCapability(ticket))
        .where('parting_ticket.ends_at', '>', clock())
        .executeTakeFirst()
      return row && toConversation(row)
    },
  }
}
