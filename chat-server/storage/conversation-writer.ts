import { sql, type Transaction } from 'kysely'
import type { Channel } from '#protocol/conversation.ts'
import { isOpenToVisitors } from '#protocol/conversation.ts'
import type { AnswerWay } from '#protocol/wishes.ts'
import { type Standing, start } from '../domain/conversation.ts'
import { ConversationNotFound } from '../domain/errors.ts'
import { referenceFrom } from '../domain/reference.ts'
import { hashCapability } from './capability.ts'
import { type StoredConversation, toConversation } from './conversation-rows.ts'
import type { HelpdeskTables } from './tables.ts'

/** Changes of conversations, each inside the caller's transaction. */
export interface ConversationWriter {
  /** Stores a new conversation, or gives the one that the same `clientConversationId` started lately. */
  start(
    trx: Transaction<unknown>,
    input: NewConversation,
  ): Promise<{ conversation: StoredConversation; isNew: boolean }>
  /** Ends a capability, and with it the right to repeat the start: the device may be a shared one. */
  forget(trx: Transaction<unknown>, capability: string): Promise<void>
  /**
   * Applies a rule of the domain by one conditional update: it holds only if nobody changed the state meanwhile, else
   * the rule is asked again. Throws what the rule throws, `ConversationNotFound`. `changed` is false when the rule
   * gave back what it was given. `navigatorName` is the name of the navigator whom the rule gives it to.
   */
  change(
    trx: Transaction<unknown>,
    id: string,
    rule: (standing: StoredConversation) => Standing,
    navigatorName?: string,
  ): Promise<{ before: StoredConversation; conversation: StoredConversation; changed: boolean }>
  /** Notes how far a side has read; never goes back. True when that was news. */
  markSeen(
    trx: Transaction<unknown>,
    id: string,
    side: 'visitor' | 'navigator',
    seq: number,
  ): Promise<boolean>
}

export interface NewConversation {
  clientConversationId: string
  channel: Channel
  name?: string | undefined
  about?: string | undefined
  pageFrom?: string | undefined
  uses?: string[] | undefined
  email?: string | undefined
  telephone?: string | undefined
  callBack?: boolean | undefined
  callBackWhen?: string | undefined
  preferredContact?: AnswerWay | undefined
  /** an earlier conversation that the visitor lets the navigator see */
  earlierId?: string | undefined
  /** what it is about: ids of the taxonomy */
  tags?: string[] | undefined
  /** name and postal address, in lines */
  postTo?: string | undefined
}

/** How long the same start may be repeated; afterwards its id opens nothing any more. */
const repeatableMs = 10 * 60_000

export function createConversationWriter(options: {
  clock: () => number
  newId: () => string
}): ConversationWriter {
  const { clock, newId } = options
  return {
    async start(trx, input) {
      const now = clock()
      const inserted = await trx
        .$extendTables<HelpdeskTables>()
        .insertInto('conversation')
        .values({ ...newRow(newId(), now, input), reference: referenceFrom(newId()) })
        .onConflict((conflict) => conflict.column('client_conversation_id').doNothing())
        .returningAll()
        .executeTakeFirst()
      if (inserted) return { conversation: toConversation(inserted), isNew: true }
      const first = await trx
        .$extendTables<HelpdeskTables>()
        .selectFrom('conversation')
        .selectAll()
        .where('client_conversation_id', '=', input.clientConversationId)
        .where('started_at', '>', now - repeatableMs)
        .executeTakeFirst()
      // What only staff read is not handed out to a page that knows its id.
      if (!first || isOpenToVisitors(first) !== isOpenToVisitors(input)) throw new ConversationNotFound()
      return { conversation: toConversation(first), isNew: false }
    },

    async forget(trx, capability) {
      const tables = trx.$extendTables<HelpdeskTables>()
      const forgotten = await tables
        .deleteFrom('capability')
        .where('hash', '=', hashCapability(capability))
        .returning('conversation_id')
        .executeTakeFirst()
      if (!forgotten) return
      await tables
        .updateTable('conversation')
        .set({ client_conversation_id: newId() })
        .where('id', '=', forgotten.conversation_id)
        .execute()
    },

    async change(trx, id, rule, navigatorName) {
      const tables = trx.$extendTables<HelpdeskTables>()
      for (;;) {
        const row = await tables
          .selectFrom('conversation')
          .selectAll()
          .where('id', '=', id)
          .executeTakeFirst()
        if (!row) throw new ConversationNotFound()
        const before = toConversation(row)
        const next = rule(before)
        if (next === before) return { before, conversation: before, changed: false }
        const taken = next.state === 'with-navigator'
        const updated = await tables
          .updateTable('conversation')
          .set({
            state: next.state,
            channel: next.channel,
            navigator_id: next.navigatorId,
            navigator_name: nameAfter(before, next, navigatorName),
            waiting_since: next.waitingSince,
            offered_to: next.offeredTo,
            offered_at: next.offeredAt,
            colleagues: JSON.stringify(next.colleagues),
            promised_on: next.promisedOn,
            first_taken_at: row.first_taken_at ?? (taken ? clock() : null),
            ended_at: next.endedAt,
            version: before.version + 1,
            ...(before.channel === 'chat' && next.channel === 'message' && { message_since: clock() }),
            ...(before.state === 'ended' && next.state !== 'ended' && { went_on: 1 }),
          })
          .where('id', '=', id)
          .where('version', '=', before.version)
          .where('held', '=', row.held)
          .returningAll()
          .executeTakeFirst()
        if (updated) return { before, conversation: toConversation(updated), changed: true }
      }
    },

    async markSeen(trx, id, side, seq) {
      const column = side === 'visitor' ? 'seen_by_visitor' : 'seen_by_navigator'
      const { numUpdatedRows } = await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('conversation')
        .set({ [column]: seq })
        .where('id', '=', id)
        .where(column, '<', seq)
        .where('last_seq', '>=', seq)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}

/** The name goes with the navigator: whoever else acts on the conversation does not get their name on it. */
function nameAfter(before: StoredConversation, next: Standing, name: string | undefined): string | null {
  if (next.navigatorId === null) return null
  return next.navigatorId === before.navigatorId ? before.navigatorName : (name ?? null)
}

function newRow(id: string, now: number, input: NewConversation) {
  const standing = start(input.channel, now)
  return {
    id,
    client_conversation_id: input.clientConversationId,
    channel: standing.channel,
    state: standing.state,
    visitor_name: input.name ?? null,
    about: input.about ?? null,
    page_from: input.pageFrom ?? null,
    uses: JSON.stringify(input.uses ?? []),
    email: input.email ?? null,
    telephone: input.telephone ?? null,
    navigator_id: standing.navigatorId,
    navigator_name: null,
    started_at: now,
    waiting_since: standing.waitingSince,
    first_taken_at: null,
    ended_at: standing.endedAt,
    offered_to: standing.offeredTo,
    offered_at: standing.offeredAt,
    promised_on: standing.promisedOn,
    arrival: sql<number>`(select coalesce(max(arrival), 0) + 1 from conversation)`,
    last_seq: 0,
    seen_by_visitor: 0,
    seen_by_navigator: 0,
    version: 0,
    text_removed_at: null,
    seen_when_emailed: null,
    call_back: input.callBack ? 1 : 0,
    call_back_when: input.callBackWhen ?? null,
    preferred_contact: input.preferredContact ?? null,
    post_to: input.postTo ?? null,
    earlier_id: input.earlierId ?? null,
    tags: JSON.stringify(input.tags ?? []),
  }
}
