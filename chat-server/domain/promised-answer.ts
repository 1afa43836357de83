import { daysLater } from '#records/calendar-dates.ts'
import { type CalendarDate, fromLondon } from '#records/london-time.ts'
import type { Standing } from './conversation.ts'
import { type OpeningHours, replyBy } from './opening-hours.ts'

/** When navigators answer, and how soon, as the area's settings say it. */
export interface PromisedTimes extends OpeningHours {
  helpdesk: { replyWorkingDays: number; chatWaitMinutes?: number | undefined }
}

/** Minutes that a chat should wait at most, where the area says nothing else. */
const usualChatWaitMinutes = 5

/**
 * Until when somebody should have answered, ms UTC; null when nobody waits for an answer. A day that a navigator has
 * promised comes before all else. For a chat in the queue that
 * is the wait that the area aims at. For a message it is the end of the day that the family was told: counted from when
 * it was left, and later from the newest thing that the family wrote. What is noted of a call or a visit waits for nobody.
 */
export function answerBy(
  { state, channel, waitingSince, startedAt, promisedOn }: AwaitedAnswer,
  lastMessage: { author: string; sentAt: number } | null,
  times: PromisedTimes,
): number | null {
  if (state === 'ended') return null
  if (promisedOn !== null) return endOf(promisedOn)
  if (channel === 'telephone' || channel === 'visit') return null
  if (channel === 'chat') return waitingSince === null ? null : waitingSince + minutesOf(times) * 60_000
  const isNew = waitingSince === startedAt
  if (!isNew && lastMessage?.author === 'navigator') return null
  const askedAt = isNew ? startedAt : (lastMessage?.sentAt ?? startedAt)
  const day = replyBy(times, askedAt, times.helpdesk.replyWorkingDays)
  return day === null ? null : endOf(day)
}

function endOf(day: CalendarDate): number {
  return fromLondon(daysLater(day, 1), 0)
}

function minutesOf({ helpdesk }: PromisedTimes): number {
  return helpdesk.chatWaitMinutes ?? usualChatWaitMinutes
}

type AwaitedAnswer = Pick<Standing, 'state' | 'channel' | 'waitingSince' | 'promisedOn'> & {
  startedAt: number
}
