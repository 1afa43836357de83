import { type Kysely, sql, type Transaction } from 'kysely'
import { z } from 'zod'
import { ConversationEnded } from '../domain/errors.ts'
import type { HelpdeskTables } from './tables.ts'

/** What is to be posted, and whether it went. The name and the postal address stand in the conversation. */
export interface PaperRequests {
  /** Stores what is asked for; asked again for the same conversation, the newest wins. */
  ask(trx: Transaction<unknown>, conversationId: string, wanted: PaperWanted): Promise<void>
  /** Puts what was written now in the place of what was written first. Throws `ConversationEnded`: it may have gone. */
  correct(trx: Transaction<unknown>, conversationId: string, now: CorrectedRequest): Promise<void>
  find(conversationId: string): Promise<PaperRequest | undefined>
  /** Notes that it went, once. False when it had been noted. */
  posted(trx: Transaction<unknown>, conversationId: string, on: string, by: string): Promise<boolean>
  /** Ids of the conversations whose paper has not gone yet, the oldest first. */
  unposted(): Promise<string[]>
}

export interface PaperWanted {
  /** paths of pages of the site */
  items: readonly string[]
  largePrint: boolean
  easyRead: boolean
}

export interface CorrectedRequest {
  name: string
  postTo: string
  about: string
  email: string | undefined
  telephone: string | undefined
}

export interface PaperRequest extends PaperWanted {
  /** `YYYY-MM-DD` */
  postedOn: string | null
}

export function createPaperRequests(db: Kysely<unknown>): PaperRequests {
  return {
    async ask(trx, conversationId, { items, largePrint, easyRead }) {
      const wanted = {
        items: JSON.stringify(items),
        large_print: largePrint ? 1 : 0,
        easy_read: easyRead ? 1 : 0,
      }
      await trx
        .$extendTables<PaperTables>()
        .insertInto('paper_request')
        .values({ conversation_id: conversationId, ...wanted, posted_on: null, posted_by: null })
        .onConflict((conflict) => conflict.column('conversation_id').doUpdateSet(wanted))
        .execute()
    },
    async correct(trx, conversationId, { name, postTo, email, telephone, about }) {
      const { numUpdatedRows } = await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('conversation')
        .set({
          // Search takes the new name in.
          version: sql<number>`version + 1`,
          visitor_name: name,
          post_to: postTo,
          about,
          email: email ?? null,
          telephone: telephone ?? null,
        })
        .where('id', '=', conversationId)
        .where('state', '!=', 'ended')
        .executeTakeFirst()
      if (numUpdatedRows === 0n) throw new ConversationEnded()
    },
    async find(conversationId) {
      const row = await db
        .$extendTables<PaperTables>()
        .selectFrom('paper_request')
        .selectAll()
        .where('conversation_id', '=', conversationId)
        .executeTakeFirst()
      return (
        row && {
          items: itemsSchema.parse(JSON.parse(row.items)),
          largePrint: row.large_print === 1,
          easyRead: row.easy_read === 1,
          postedOn: row.posted_on,
        }
      )
    },
    async posted(trx, conversationId, on, by) {
      const { numUpdatedRows } = await trx
        .$extendTables<PaperTables>()
        .updateTable('paper_request')
        .set({ posted_on: on, posted_by: by })
        .where('conversation_id', '=', conversationId)
        .where('posted_on', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
    async unposted() {
      const rows = await db
        .$extendTables<PaperTables & { conversation: { id: string; state: string; arrival: number } }>()
        .selectFrom('paper_request')
        .innerJoin('conversation', 'conversation.id', 'paper_request.conversation_id')
        .select('conversation.id')
        .where('paper_request.posted_on', 'is', null)
        .where('conversation.state', '!=', 'ended')
        .orderBy('conversation.arrival')
        .execute()
      return rows.map(({ id }) => id)
    },
  }
}

const itemsSchema = z.array(z.string())

type PaperTables = {
  paper_request: {
    conversation_id: string
    /** JSON array of paths */
    items: string
    large_print: number
    easy_read: number
    posted_on: string | null
    posted_by: string | null
  }
}
