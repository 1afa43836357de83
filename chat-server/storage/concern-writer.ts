import type { Selectable, Transaction } from 'kysely'
import type { ConcernPayload } from '#protocol/concerns.ts'
import { refuseClosed, refuseReleasing } from '../domain/concern.ts'
import { ConcernNotFound, ConversationNotFound, MessageIdInUse } from '../domain/errors.ts'
import { toStanding } from './concern-rows.ts'
import type { ConcernTable, HelpdeskTables } from './tables.ts'

/** Changes of safeguarding concerns, each inside the caller's transaction. */
export interface ConcernWriter {
  /**
   * Stores a concern and holds its conversation. The same `clientConcernId` again gives the first one's id, `isNew` false.
   * Throws `ConversationNotFound`, `MessageIdInUse`.
   */
  raise(trx: Transaction<unknown>, input: NewConcern): Promise<{ id: string; isNew: boolean }>
  /** Makes somebody its owner; the first time it is acknowledged. Throws `ConcernClosed`. */
  acknowledge(trx: Transaction<unknown>, id: string, lead: Person): Promise<void>
  /** Notes who was told; false when it is noted already. Throws `ConcernNotFound`. */
  tell(trx: Transaction<unknown>, told: NewTold): Promise<boolean>
  /** Throws `ConcernClosed`. */
  review(trx: Transaction<unknown>, input: ConcernPayload<'concern:review'>): Promise<void>
  /** Throws `ConcernClosed`. */
  close(trx: Transaction<unknown>, id: string, reason: string): Promise<void>
  /** Whether an open concern needs the hold of a conversation. */
  isNeeded(trx: Transaction<unknown>, conversationId: string): Promise<boolean>
  /** Ends the hold of the concern's conversation. Throws `ConcernStillOpen`. */
  release(trx: Transaction<unknown>, id: string): Promise<void>
  /** Notes that everybody is told again; false when another process was first or somebody has acknowledged it since. */
  escalate(trx: Transaction<unknown>, id: string): Promise<boolean>
}

export interface Person {
  accountId: string
  name: string
}

export interface NewConcern extends ConcernPayload<'concern:raise'> {
  by: Person
  /** how long a lead has to acknowledge it, ms */
  acknowledgeWithinMs: number
}

export interface NewTold extends ConcernPayload<'concern:tell'> {
  by: Person
}

export function createConcernWriter({
  clock,
  newId,
}: {
  clock: () => number
  newId: () => string
}): ConcernWriter {
  /** Changes a concern that is open. */
  async function changeOpen(
    trx: Transaction<unknown>,
    id: string,
    change: (row: Selectable<ConcernTable>) => Partial<Selectable<ConcernTable>>,
  ): Promise<void> {
    const row = await rowOf(trx, id)
    refuseClosed(toStanding(row))
    await trx
      .$extendTables<HelpdeskTables>()
      .updateTable('concern')
      .set(change(row))
      .where('id', '=', id)
      .where('closed_at', 'is', null)
      .execute()
  }

  return {
    async raise(trx, input) {
      const { clientConcernId, conversationId, about, reason, by, acknowledgeWithinMs } = input
      // Before anything is held: the concern may be closed by now, and its conversation released.
      const known = await findRaised(trx, input)
      if (known) return known
      const inTrx = trx.$extendTables<HelpdeskTables>()
      const held = await inTrx
        .updateTable('conversation')
        .set({ held: 1 })
        .where('id', '=', conversationId)
        .executeTakeFirst()
      if (held.numUpdatedRows === 0n) throw new ConversationNotFound()
      const now = clock()
      const inserted = await inTrx
        .insertInto('concern')
        .values({
          ...{
            id: newId(),
            client_concern_id: clientConcernId,
            conversation_id: conversationId,
            about,
            reason,
          },
          raised_by: by.accountId,
          raised_by_name: by.name,
          raised_at: now,
          acknowledge_by: now + acknowledgeWithinMs,
        })
        .onConflict((conflict) => conflict.column('client_concern_id').doNothing())
        .returning('id')
        .executeTakeFirst()
      if (inserted) return { id: inserted.id, isNew: true }
      const meanwhile = await findRaised(trx, input)
      if (!meanwhile) throw new ConcernNotFound()
      return meanwhile
    },

    acknowledge: (trx, id, { accountId, name }) =>
      changeOpen(trx, id, (row) => ({
        acknowledged_at: row.acknowledged_at ?? clock(),
        owner_id: accountId,
        owner_name: name,
      })),

    async tell(trx, { concernId, clientToldId, whom, toldAt, note, by }) {
      await rowOf(trx, concernId)
      const { numInsertedOrUpdatedRows = 0n } = await trx
        .$extendTables<HelpdeskTables>()
        .insertInto('concern_told')
        .values({
          ...{ id: clientToldId, concern_id: concernId, whom, told_at: toldAt, note: note ?? null },
          told_by: by.accountId,
          told_by_name: by.name,
        })
        .onConflict((conflict) => conflict.column('id').doNothing())
        .executeTakeFirst()
      return numInsertedOrUpdatedRows > 0n
    },

    review: (trx, { concernId, outcome, reviewOn }) =>
      changeOpen(trx, concernId, () => ({ outcome, review_on: reviewOn })),

    close: (trx, id, reason) => changeOpen(trx, id, () => ({ closed_at: clock(), close_reason: reason })),

    async isNeeded(trx, conversationId) {
      const open = await trx
        .$extendTables<HelpdeskTables>()
        .selectFrom('concern')
        .select('id')
        .where('conversation_id', '=', conversationId)
        .where('closed_at', 'is', null)
        .executeTakeFirst()
      return open !== undefined
    },

    async release(trx, id) {
      const inTrx = trx.$extendTables<HelpdeskTables>()
      const { conversation_id: conversationId } = await rowOf(trx, id)
      // Written first: whoever raises another concern now waits for this to end, or this waits for them.
      await inTrx.updateTable('conversation').set({ held: 0 }).where('id', '=', conversationId).execute()
      const all = await inTrx
        .selectFrom('concern')
        .select('closed_at as closedAt')
        .where('conversation_id', '=', conversationId)
        .execute()
      refuseReleasing(all)
    },

    async escalate(trx, id) {
      const { numUpdatedRows } = await trx
        .$extendTables<HelpdeskTables>()
        .updateTable('concern')
        .set({ escalated_at: clock() })
        .where('id', '=', id)
        .where('escalated_at', 'is', null)
        .where('acknowledged_at', 'is', null)
        .where('closed_at', 'is', null)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },
  }
}

/** The concern that was raised under the same id. Throws `MessageIdInUse` when that was another. */
async function findRaised(
  trx: Transaction<unknown>,
  { clientConcernId, conversationId, by }: Pick<NewConcern, 'clientConcernId' | 'conversationId' | 'by'>,
): Promise<{ id: string; isNew: false } | null> {
  const first = await trx
    .$extendTables<HelpdeskTables>()
    .selectFrom('concern')
    .select(['id', 'raised_by', 'conversation_id'])
    .where('client_concern_id', '=', clientConcernId)
    .executeTakeFirst()
  if (!first) return null
  if (first.raised_by !== by.accountId || first.conversation_id !== conversationId) throw new MessageIdInUse()
  return { id: first.id, isNew: false }
}

async function rowOf(trx: Transaction<unknown>, id: string): Promise<Selectable<ConcernTable>> {
  const row = await trx
    .$extendTables<HelpdeskTables>()
    .selectFrom('concern')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  if (!row) throw new ConcernNotFound()
  return row
}
