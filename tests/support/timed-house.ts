import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { lastClosing } from '../../chat-server/domain/opening-hours.ts'
import { areaRecord } from '../../site/records/area.ts'
import { type MailedHouse, startMailedHouse } from './mailed-house.ts'

/** The whole house with a mail server, in which the test lets time pass. */
export interface TimedHouse extends MailedHouse {
  letPass(minutes: number): Promise<void>
}

/**
 * Starts it on the last day that the helpdesk was open, so many minutes before it closes. The past is used because sessions
 * of people who are signed in end by the machine's own clock.
 */
export async function startTimedHouse(minutesToClosing: number): Promise<TimedHouse> {
  const area = areaRecord.schema.parse(parse(readFileSync('site/content/area.yaml', 'utf8')))
  const closing = lastClosing(area, Date.now())
  if (closing === null) throw new Error('The demonstration’s helpdesk is never open')
  const ahead = closing - minutesToClosing * 60_000 - Date.now()
  const house = await startMailedHouse(
    { CLOCK_AHEAD_MS: String(ahead) },
    'tests/support/timed-house-process.ts',
  )
  return {
    ...house,
    async letPass(minutes) {
      const passed = once(house.child, 'message')
      house.child.send(minutes * 60_000)
      await passed
    },
  }
}
