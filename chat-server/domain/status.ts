import type { HelpdeskStatus } from '#protocol/visitor.ts'
import { sayDate } from '#records/london-time.ts'
import { nextSession, type OpeningHours, openSession, replyBy, sayMoment } from './opening-hours.ts'
import { usualWaitMinutes } from './queue.ts'

/** What is known now. */
export interface HelpdeskFacts {
  now: number
  hours: OpeningHours
  /** navigators whose switch is on and whose desk is connected */
  navigatorsPresent: number
  /** those of them who have fewer chats than they want at once */
  navigatorsAvailable: number
  /** chats that wait */
  waiting: number
  /** how long the latest chats waited, ms */
  latestWaitsMs: readonly number[]
}

/** Whether anybody reads and when, with a sentence that never promises what nobody will keep. */
export function describeHelpdesk(facts: HelpdeskFacts): HelpdeskStatus {
  const session = openSession(facts.hours, facts.now)
  const available = facts.navigatorsAvailable > 0
  const opensAt = session ? null : (nextSession(facts.hours, facts.now)?.opens ?? null)
  const expectedWaitMinutes = available ? usualWaitMinutes(facts.latestWaitsMs) : null
  return {
    open: session !== null,
    available,
    opensAt,
    closesAt: session?.closes ?? null,
    waiting: facts.waiting,
    expectedWaitMinutes,
    sentence: sentenceFor(facts, { open: session !== null, available, opensAt, expectedWaitMinutes }),
  }
}

/** What a family is told when their chat outlasts the office: what was written is kept and answered later. */
export function sayAnsweredLater(hours: OpeningHours, now: number, replyWorkingDays: number): string {
  const by = replyBy(hours, now, replyWorkingDays)
  const promise = by ? ` We answer here by the end of ${sayDate(by)}.` : ''
  return `We are closed now. Your messages are kept and a navigator reads them when we are back.${promise}`
}

/** The same for a family whose navigator is still there and may go on today. */
export function sayClosedMeanwhile(
  hours: OpeningHours,
  now: number,
  { navigatorName, replyWorkingDays }: { navigatorName: string; replyWorkingDays: number },
): string {
  const by = replyBy(hours, now, replyWorkingDays)
  const promise = by ? `, and answer here by the end of ${sayDate(by)}` : ''
  return `We are closed now. ${navigatorName} may still answer you today. If not, your messages are kept: we read them when we are back${promise}.`
}

type Known = Pick<HelpdeskStatus, 'open' | 'available' | 'opensAt' | 'expectedWaitMinutes'>

function sentenceFor(facts: HelpdeskFacts, known: Known): string {
  if (known.available) return `A navigator is here now.${sayWait(facts.waiting, known.expectedWaitMinutes)}`
  if (known.open || facts.navigatorsPresent > 0)
    return 'No navigator is free right now. Write to us, and the next one who is free answers you here.'
  if (known.opensAt === null) return 'We are closed. We cannot say yet when somebody will read this.'
  return `Nobody reads this until ${sayMoment(known.opensAt, facts.now)}.`
}

function sayWait(waiting: number, expectedWaitMinutes: number | null): string {
  const people =
    waiting === 0 ? '' : waiting === 1 ? ' 1 person is waiting.' : ` ${waiting} people are waiting.`
  if (expectedWaitMinutes === null) return people
  if (expectedWaitMinutes <= 1) return `${people} The wait is about a minute.`
  return `${people} The wait is about ${expectedWaitMinutes} minutes.`
}
