import type { Colleague } from './conversation.ts'
import { ConcernClosed, ConcernStillOpen, ConversationHeld, NotTheLead } from './errors.ts'

/** What the rules look at: where a concern stands. Times are ms UTC. */
export interface ConcernStanding {
  raisedBy: string
  acknowledgeBy: number
  acknowledgedAt: number | null
  escalatedAt: number | null
  closedAt: number | null
}

/** Somebody at the desk. */
export interface DeskPerson {
  accountId: string
  isLead: boolean
}

/** What decides who reads a conversation. */
export interface Holding {
  held: boolean
  /** who has it, or had it at its end */
  navigatorId: string | null
  /** who was asked in beside them */
  colleagues: readonly Pick<Colleague, 'accountId' | 'joined'>[]
}

/** Minutes in which a lead must acknowledge a concern, where the area says nothing else. */
export const usualConcernMinutes = 30

/**
 * Whether somebody at the desk may read a conversation: a held one is for leads, for the navigator who has it and for
 * colleagues who are in it, since they have read it and the family talks with them.
 */
export function mayRead({ held, navigatorId, colleagues }: Holding, person: DeskPerson): boolean {
  if (!held || person.isLead || navigatorId === person.accountId) return true
  return colleagues.some(({ accountId, joined }) => joined && accountId === person.accountId)
}

/** Who else comes into a held conversation is for leads to decide. Throws `NotTheLead`. */
export function refuseInviting({ held }: Pick<Holding, 'held'>, person: DeskPerson): void {
  if (held) refuseOthersThanLeads(person)
}

/** Whoever was asked before it was held, and not by a lead, does not come in any more. Throws `ConversationHeld`. */
export function refuseJoining({ held }: Pick<Holding, 'held'>, { byLead }: Pick<Colleague, 'byLead'>): void {
  if (held && !byLead) throw new ConversationHeld()
}

/** Throws `ConversationHeld`. */
export function refuseReading(holding: Holding, person: DeskPerson): void {
  if (!mayRead(holding, person)) throw new ConversationHeld()
}

/**
 * Whether somebody may take a conversation from the queue or from a colleague: a held one is for leads, and for whoever
 * raised the first concern, so that the family need not wait for another. Throws `ConversationHeld`.
 */
export function refuseTaking(holding: Holding, person: DeskPerson & { raisedFirst: boolean }): void {
  if (!person.raisedFirst) refuseReading(holding, person)
}

/** A concern that nobody acknowledged in time is told again, once. */
export function mustEscalate(standing: ConcernStanding, now: number): boolean {
  return isUnanswered(standing) && standing.escalatedAt === null && now >= standing.acknowledgeBy
}

/** Whether it still waits for a lead. */
export function isUnanswered({
  acknowledgedAt,
  closedAt,
}: Pick<ConcernStanding, 'acknowledgedAt' | 'closedAt'>): boolean {
  return acknowledgedAt === null && closedAt === null
}

/** Throws `NotTheLead`. */
export function refuseOthersThanLeads({ isLead }: DeskPerson): void {
  if (!isLead) throw new NotTheLead()
}

/** Who was told is noted by leads, and by whoever raised the concern. Throws `NotTheLead`. */
export function refuseNoting({ raisedBy }: Pick<ConcernStanding, 'raisedBy'>, person: DeskPerson): void {
  if (raisedBy !== person.accountId) refuseOthersThanLeads(person)
}

/** Throws `ConcernClosed`: nothing of a closed concern is changed any more, so that the record stays as it was. */
export function refuseClosed({ closedAt }: Pick<ConcernStanding, 'closedAt'>): void {
  if (closedAt !== null) throw new ConcernClosed()
}

/** A hold ends when no concern needs it. Throws `ConcernStillOpen`. */
export function refuseReleasing(concernsOfConversation: readonly Pick<ConcernStanding, 'closedAt'>[]): void {
  if (concernsOfConversation.some(({ closedAt }) => closedAt === null)) throw new ConcernStillOpen()
}
