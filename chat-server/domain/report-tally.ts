import type { Channel } from '#protocol/conversation.ts'
import { inLondon, weekdayOf } from '#records/london-time.ts'
import { weekdays } from '#records/taxonomy.ts'
import { type OpeningHours, replyBy } from './opening-hours.ts'
import {
  type ChatOutcome,
  type ContactFacts,
  chatOutcome,
  isResolvedAtFirst,
  type MessageOutcome,
  messageOutcome,
} from './report-facts.ts'

/** The whole numbers of a report, before anything is hidden. Never show them: `report-tables.ts` does. */
export interface Tally {
  contacts: number
  /** by hour of the day in London, each by weekday from Monday */
  readonly hours: number[][]
  readonly channels: Map<Channel, number>
  readonly ended: { first: number; more: number }
  readonly chats: Map<ChatOutcome, number>
  readonly messages: Map<MessageOutcome, number>
  /** ms */
  readonly times: { wait: number[]; chatAnswer: number[]; messageAnswer: number[] }
  rated: number
  readonly helped: Map<string, number>
  readonly ease: Map<string, number>
  readonly tags: Map<string, number>
  blocked: number
}

/** When messages are promised to be answered. */
export interface PromiseRules {
  readonly hours: OpeningHours
  readonly replyWorkingDays: number
}

/** Counts conversations as they come. */
export function createTally(rules: PromiseRules): { tally: Tally; count(facts: ContactFacts): void } {
  const tally: Tally = {
    contacts: 0,
    hours: Array.from({ length: 24 }, () => weekdays.map(() => 0)),
    channels: new Map(),
    ended: { first: 0, more: 0 },
    chats: new Map(),
    messages: new Map(),
    times: { wait: [], chatAnswer: [], messageAnswer: [] },
    rated: 0,
    helped: new Map(),
    ease: new Map(),
    tags: new Map(),
    blocked: 0,
  }
  const timeOf = rememberHours()
  const promisedOn = rememberPromises(rules, timeOf)

  function countHour(startedAt: number): void {
    const { hour, weekday } = timeOf(startedAt)
    const row = tally.hours[hour]
    if (row) row[weekday] = (row[weekday] ?? 0) + 1
  }

  function countChat(facts: ContactFacts): void {
    const outcome = chatOutcome(facts)
    add(tally.chats, outcome)
    if (outcome !== 'taken') return
    tally.times.wait.push(Math.max(0, (facts.takenAt ?? 0) - facts.startedAt))
    if (facts.answeredAt !== null)
      tally.times.chatAnswer.push(Math.max(0, facts.answeredAt - facts.startedAt))
  }

  function countMessage({ startedAt, answeredAt }: ContactFacts): void {
    const answered = answeredAt === null ? null : timeOf(answeredAt).date
    add(tally.messages, messageOutcome({ answered, promised: promisedOn(startedAt) }))
    if (answeredAt !== null) tally.times.messageAnswer.push(Math.max(0, answeredAt - startedAt))
  }

  function countRating({ rating }: ContactFacts): void {
    if (!rating) return
    tally.rated += 1
    add(tally.helped, rating.helped)
    add(tally.ease, rating.ease ?? 'not-said')
  }

  return {
    tally,
    count(facts) {
      tally.contacts += 1
      countHour(facts.startedAt)
      add(tally.channels, facts.cameAs)
      if (facts.endedAt !== null) tally.ended[isResolvedAtFirst(facts) ? 'first' : 'more'] += 1
      if (facts.cameAs === 'chat') countChat(facts)
      if (facts.cameAs === 'message') countMessage(facts)
      countRating(facts)
      for (const tag of new Set(facts.tags)) add(tally.tags, tag)
      if (facts.blocked) tally.blocked += 1
    },
  }
}

/** Adds one to what is counted under a key. */
export function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1)
}

interface HourInLondon {
  readonly date: string
  readonly hour: number
  /** from Monday, 0 to 6 */
  readonly weekday: number
}

/** London is whole hours from UTC, so what holds for one moment of an hour holds for all; asking the calendar is slow. */
function rememberHours(): (instant: number) => HourInLondon {
  const known = new Map<number, HourInLondon>()
  return (instant) => {
    const hours = Math.floor(instant / 3_600_000)
    const before = known.get(hours)
    if (before) return before
    const { date, minutes } = inLondon(instant)
    const weekday = weekdays.findIndex(({ id }) => id === weekdayOf(date))
    const found = { date, hour: Math.floor(minutes / 60), weekday }
    known.set(hours, found)
    return found
  }
}

/** What is promised depends on the day alone. */
function rememberPromises(
  { hours, replyWorkingDays }: PromiseRules,
  timeOf: (instant: number) => HourInLondon,
): (startedAt: number) => string | null {
  const known = new Map<string, string | null>()
  return (startedAt) => {
    const { date } = timeOf(startedAt)
    if (!known.has(date)) known.set(date, replyBy(hours, startedAt, replyWorkingDays))
    return known.get(date) ?? null
  }
}
