import type { Kysely, Transaction } from 'kysely'
import { visitorChannels } from '#protocol/conversation.ts'
import { privateLinkEnds, privateLinkOpens } from '../domain/private-link.ts'
import { hashCapability, newCapability } from './capability.ts'
import { type StoredConversation, toConversation } from './conversation-rows.ts'
import type { HelpdeskTables } from './tables.ts'

/** The links that emails carry. Only the SHA-256 of a link's secret is stored. */
export interface PrivateLinks {
  /** Makes a link to a conversation and gives its secret, with its end in ms UTC. */
  make(
    trx: Transaction<unknown>,
    conversationId: string,
    retentionDays: number,
  ): Promise<{ secret: string; endsAt: number }>
  /** The conversation that a secret opens now. */
  find(secret: string): Promise<StoredConversation | undefined>
  /** Ends all links to a conversation. */
  endAll(trx: Transaction<unknown>, conversationId: string): Promise<void>
  /** Removes what opens nothing any more. */
  removeEnded(trx: Transaction<unknown>): Promise<void>
}

export function createPrivateLinks(db: Kysely<unknown>, clock: () => number): PrivateLinks {
  return {
    async make(trx, conversationId, retentionDays) {
      const secret = newCapability()
      const madeAt = clock()
      const endsAt = privateLinkEnds(madeAt, retentionDays)
      await trx
        .$extendTables<HelpdeskTables>()
        .insertInto('private_link')
        .values({
          hash: hashCapability(secret),
          conversation_id: conversationId,
          made_at: madeAt,
          ends_at: endsAt,
        })
        .execute()
      return { secret, endsAt }
    },
    async find(secret) {
      const row = await db
        .$extendTables<HelpdeskTables>()
        .selectFrom('conversation')
        .innerJoin('private_link', 'private_link.conversation_id', 'conversation.id')
        .selectAll('conversation')
        .select('private_link.ends_at')
        .where('private_link.hash', '=', hashCapability(secret))
        .where('conversation.channel', 'in', visitorChannels)
        .executeTakeFirst()
      return row && privateLinkOpens({ endsAt: row.ends_at }, clock()) ? toConversation(row) : undefined
    },
    async endAll(trx, conversationId) {
      await trx
        .$extendTables<HelpdeskTables>()
        .deleteFrom('private_link')
        .where('conversation_id', '=', conversationId)
        .execute()
    },
    async removeEnded(trx) {
      await trx
        .$extendTables<HelpdeskTables>()
        .deleteFrom('private_link')
        .where('ends_at', '<=', clock())
        .execute()
    },
  }
}
