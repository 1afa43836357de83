import type { Channel, ConversationState } from '#protocol/conversation.ts'
import type { CalendarDate } from '#records/london-time.ts'
import { AlreadyTaken, ConversationEnded, NotYetTaken, OfferOver } from './errors.ts'

/** What the rules look at: where a conversation stands and who has it. Times are ms UTC. */
export interface Standing {
  state: ConversationState
  channel: Channel
  /** the navigator's account; null unless `with-navigator`, and kept when they had it at its end */
  navigatorId: string | null
  /** since when it waits; null unless `waiting` */
  waitingSince: number | null
  endedAt: number | null
  /** the colleague whom its navigator has asked to take it over, and since when; null when nobody is asked */
  offeredTo: string | null
  offeredAt: number | null
  /** by the end of which day its navigator has promised to answer; null when they have answered, or promised nothing */
  promisedOn: CalendarDate | null
  /** who was asked in beside its navigator; those who joined read and write too */
  colleagues: readonly Colleague[]
}

/** Somebody at the desk whom the navigator of a conversation, or a lead, has asked in. */
export interface Colleague {
  accountId: string
  name: string
  joined: boolean
  /** a lead asked them: what a held conversation needs */
  byLead: boolean
}

/** What decides who may write. */
export type WhoHasIt = Pick<Standing, 'state' | 'navigatorId' | 'colleagues'>

/** Who acts: the visitor, a navigator, or the helpdesk itself (leases, closing time). */
export type Actor = { kind: 'visitor' } | { kind: 'navigator'; accountId: string }

/** A new conversation waits. What is written while nobody can answer is a message, answered later. */
export function start(channel: Channel, now: number): Standing {
  return {
    ...{ state: 'waiting', channel, navigatorId: null, waitingSince: now, endedAt: null },
    ...{ ...nobodyAsked, promisedOn: null },
  }
}

/** Takes it from the queue. Throws `AlreadyTaken`, `ConversationEnded`; one's own again is no change. */
export function claim(standing: Standing, accountId: string): Standing {
  refuseEnded(standing)
  if (standing.state === 'with-navigator') {
    if (standing.navigatorId !== accountId) throw new AlreadyTaken()
    return standing
  }
  return { ...standing, state: 'with-navigator', navigatorId: accountId, waitingSince: null }
}

/**
 * Puts one's own conversation back into the queue; colleagues leave it, too. Throws `NotYetTaken`, `AlreadyTaken`,
 * `ConversationEnded`.
 */
export function handBack(standing: Standing, accountId: string, now: number): Standing {
  refuseOthers(standing, { kind: 'navigator', accountId })
  return { ...standing, ...nobodyAsked, state: 'waiting', navigatorId: null, waitingSince: now }
}

/**
 * Asks a colleague to take over one's own conversation, or nobody any more. It stays where it is until they accept.
 * Throws `NotYetTaken`, `AlreadyTaken`, `ConversationEnded`; asking the same colleague again is no change.
 */
export function offer(standing: Standing, accountId: string, to: string | null, now: number): Standing {
  refuseOthers(standing, { kind: 'navigator', accountId })
  if (standing.offeredTo === to) return standing
  return { ...standing, offeredTo: to, offeredAt: to === null ? null : now }
}

/** Takes over what was offered. Throws `OfferOver`, `ConversationEnded`; accepting again is no change. */
export function accept(standing: Standing, accountId: string): Standing {
  refuseEnded(standing)
  if (standing.navigatorId === accountId) return standing
  if (standing.offeredTo !== accountId) throw new OfferOver()
  const colleagues = standing.colleagues.filter((one) => one.accountId !== accountId)
  return { ...standing, ...noOffer, navigatorId: accountId, colleagues }
}

/** Says no: it stays with who has it. No change when it is not offered to them (any more). */
export function decline(standing: Standing, accountId: string): Standing {
  return standing.offeredTo === accountId ? { ...standing, ...noOffer } : standing
}

/** Ends it; ending what has ended is no change. A navigator ends only their own. */
export function end(standing: Standing, actor: Actor, now: number): Standing {
  if (standing.state === 'ended') return standing
  refuseOthers(standing, actor)
  return ended(standing, now)
}

/**
 * Ends it for good, against abuse: done by the navigator who has it, or had it at its end, and by leads whoever has it.
 * Throws `NotYetTaken`, `AlreadyTaken`.
 */
export function endForAbuse(
  standing: Standing,
  person: { accountId: string; isLead: boolean },
  now: number,
): Standing {
  if (!person.isLead) {
    if (standing.navigatorId === null) throw new NotYetTaken()
    if (standing.navigatorId !== person.accountId) throw new AlreadyTaken()
  }
  return standing.state === 'ended' ? standing : ended(standing, now)
}

function ended(standing: Standing, now: number): Standing {
  return { ...standing, ...nobodyAsked, promisedOn: null, state: 'ended', waitingSince: null, endedAt: now }
}

/**
 * Its navigator answers it later, by the end of a day: it stays with them and goes on as a message. The same promise again
 * is no change. Throws as `handBack`.
 */
export function answerLater(standing: Standing, accountId: string, by: CalendarDate): Standing {
  refuseOthers(standing, { kind: 'navigator', accountId })
  if (standing.promisedOn === by && standing.channel !== 'chat') return standing
  return { ...becomeMessage(standing), promisedOn: by }
}

/** What was promised is answered; no change when nothing was. */
export function keepPromise(standing: Standing): Standing {
  return standing.promisedOn === null ? standing : { ...standing, promisedOn: null }
}

/**
 * A navigator has something more to say after the end: it is theirs again, and goes on as a message. One's own again is no
 * change. Throws `NotYetTaken`, `AlreadyTaken`.
 */
export function goOnAfterEnd(standing: Standing, accountId: string): Standing {
  if (standing.state === 'waiting') throw new NotYetTaken()
  if (standing.state === 'ended')
    return { ...standing, state: 'with-navigator', channel: 'message', navigatorId: accountId, endedAt: null }
  if (standing.navigatorId !== accountId) throw new AlreadyTaken()
  return standing
}

/** The office has closed before the end of a chat: it goes on as a message, with the same navigator if it has one. */
export function becomeMessage(standing: Standing): Standing {
  if (standing.state === 'ended' || standing.channel !== 'chat') return standing
  return { ...standing, channel: 'message' }
}

/** Throws unless `actor` may write: not after the end; of the navigators who has it and colleagues who joined. */
export function refuseWriting(standing: WhoHasIt, actor: Actor): void {
  if (actor.kind === 'navigator' && standing.state === 'with-navigator' && hasJoined(standing, actor)) return
  refuseOthers(standing, actor)
}

/** Whether somebody is in the conversation beside its navigator. */
export function hasJoined(
  { colleagues }: Pick<Standing, 'colleagues'>,
  { accountId }: { accountId: string },
): boolean {
  return colleagues.some((one) => one.joined && one.accountId === accountId)
}

/** Throws unless `actor` is the visitor, or the navigator who has it; after the end for everybody. */
export function refuseOthers(standing: Pick<Standing, 'state' | 'navigatorId'>, actor: Actor): void {
  refuseEnded(standing)
  if (actor.kind === 'visitor') return
  if (standing.navigatorId === null) throw new NotYetTaken()
  if (standing.navigatorId !== actor.accountId) throw new AlreadyTaken()
}

const noOffer = { offeredTo: null, offeredAt: null } as const
const nobodyAsked = { ...noOffer, colleagues: [] } as const

/** Throws `ConversationEnded`. */
export function refuseEnded(standing: Pick<Standing, 'state'>): void {
  if (standing.state === 'ended') throw new ConversationEnded()
}
