import type { Channel } from '#protocol/conversation.ts'
import type { Rating } from '#protocol/parting.ts'

/** What reports count of one conversation. Nothing in it tells who somebody is. Times are ms UTC. */
export interface ContactFacts {
  /** how it came in: a chat that became a message later came in as a chat */
  readonly cameAs: Channel
  readonly startedAt: number
  readonly takenAt: number | null
  /** when a navigator first wrote in it */
  readonly answeredAt: number | null
  readonly endedAt: number | null
  /** since when a chat is a message, because the office closed */
  readonly messageSince: number | null
  /** accounts of the navigators who have it or wrote in it */
  readonly navigators: ReadonlySet<string>
  /** whether one contact was not all: see `isResolvedAtFirst` */
  readonly more: boolean
  readonly blocked: boolean
  /** ids of terms */
  readonly tags: readonly string[]
  readonly rating: Rating | null
}

/** A service that nobody could find. `family` is the same for what one conversation was about. */
export interface GapFacts {
  readonly family: string
  readonly need: string | null
  readonly age: number | null
  readonly area: string | null
}

/** That a family made a point that belongs to a theme. */
export interface MarkFacts {
  readonly family: string
  readonly theme: string
}

/**
 * Resolved at first contact: it has ended, one navigator and no other dealt with it, and nothing came of it that we know:
 * it was not opened again, no follow-up was noted, no ringing back asked for, no concern raised, no later conversation
 * named as its sequel, and its writer was not blocked.
 */
export function isResolvedAtFirst({ endedAt, navigators, more, blocked }: ContactFacts): boolean {
  return endedAt !== null && navigators.size === 1 && !more && !blocked
}

/** What became of a chat. */
export function chatOutcome({ takenAt, messageSince, endedAt }: ContactFacts): ChatOutcome {
  if (takenAt !== null && (messageSince === null || takenAt <= messageSince)) return 'taken'
  if (messageSince !== null) return 'became-message'
  return endedAt === null ? 'waiting' : 'ended-alone'
}

/** What became of a message. `promised` is the day by whose end it should be answered, if there is one. */
export function messageOutcome(days: {
  readonly answered: string | null
  readonly promised: string | null
}): MessageOutcome {
  if (days.answered === null) return 'unanswered'
  return days.promised !== null && days.answered > days.promised ? 'late' : 'in-time'
}

export type ChatOutcome = 'taken' | 'ended-alone' | 'became-message' | 'waiting'
export type MessageOutcome = 'in-time' | 'late' | 'unanswered'
