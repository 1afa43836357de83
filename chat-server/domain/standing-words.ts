import { inLondon, sayDate } from '#records/london-time.ts'
import type { Standing } from './conversation.ts'
import { type OpeningHours, replyBy } from './opening-hours.ts'

/** What is known of a conversation that its visitor reads later. */
export interface LaterReading extends Standing {
  startedAt: number
  navigatorName: string | null
  /** whether an address for answers was left */
  emailLeft: boolean
}

/** Where a conversation stands, for who reads it on a page that does not change by itself. */
export function sayStanding(
  reading: LaterReading,
  hours: OpeningHours,
  now: number,
  replyWorkingDays: number,
): string {
  if (reading.state === 'ended') return 'This conversation has ended. You can still read it here.'
  const news = reading.emailLeft
    ? ' We email you when there is an answer.'
    : ' Open this page again to see the answer.'
  if (reading.state === 'with-navigator')
    return `${reading.navigatorName ?? 'A navigator'}, a person in our team, has your conversation and answers here.${news}`
  return `A navigator will read this.${promise(reading, hours, now, replyWorkingDays)}${news}`
}

/** A promise that was kept to, or the truth that it was not. */
function promise(
  { waitingSince, startedAt }: LaterReading,
  hours: OpeningHours,
  now: number,
  replyWorkingDays: number,
): string {
  const by = replyBy(hours, waitingSince ?? startedAt, replyWorkingDays)
  if (by === null) return ''
  return by < inLondon(now).date
    ? ` We should have answered by ${sayDate(by)}. We are sorry that we are late.`
    : ` We answer by the end of ${sayDate(by)}.`
}
