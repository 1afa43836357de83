import type { Selectable } from 'kysely'
import type { Concern } from '#protocol/concerns.ts'
import type { ConcernStanding } from '../domain/concern.ts'
import type { ConcernTable } from './tables.ts'

/** A concern's row with what the list says of its conversation. */
export type ConcernRow = Selectable<ConcernTable> & { reference: string; held: number }

/** What the rules of concerns look at. Times are ms UTC. */
export function toStanding(row: Selectable<ConcernTable>): ConcernStanding {
  return {
    raisedBy: row.raised_by,
    acknowledgeBy: row.acknowledge_by,
    acknowledgedAt: row.acknowledged_at,
    escalatedAt: row.escalated_at,
    closedAt: row.closed_at,
  }
}

/** All but who was told, which has rows of its own. */
export function toConcern(row: ConcernRow): Omit<Concern, 'told'> {
  return {
    ...toStanding(row),
    id: row.id,
    conversationId: row.conversation_id,
    reference: row.reference,
    about: row.about,
    reason: row.reason,
    raisedByName: row.raised_by_name,
    raisedAt: row.raised_at,
    ownerId: row.owner_id,
    ownerName: row.owner_name,
    reviewOn: row.review_on,
    outcome: row.outcome,
    closeReason: row.close_reason,
    held: row.held === 1,
  }
}
