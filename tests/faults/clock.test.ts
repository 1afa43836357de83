import { join } from 'node:path'
import { expect, it } from 'vitest'
import { chanceFrom } from '../../scripts/bench/chance.ts'
import { startFaultHelpdesk } from './fault-helpdesk.ts'
import { report } from './fault-table.ts'
import { inForm, seed } from './form.ts'
import { createPace } from './pace.ts'
import { bringPeople } from './people.ts'

const hour = 3_600_000
const stepMs = inForm({ short: 1000, long: 12_000 })
/** The longest time that a limit of the helpdesk counts over in a burst. */
const longestWaitMs = 60_000

it('a clock that is set an hour forward and back loses, doubles and misorders nothing', async () => {
  const pace = createPace(chanceFrom(seed))
  const house = await startFaultHelpdesk({
    navigators: 2,
    preload: join(import.meta.dirname, 'shifted-clock.ts'),
  })
  try {
    // In the long form faster than is allowed: somebody is always told to wait.
    const messageEveryMs = inForm({ short: 500, long: 400 })
    const people = await bringPeople(house, { talks: 4, transport: 'websocket', pace, messageEveryMs })
    people.startWriting()
    for (const shiftMs of [0, hour, 0, -hour, 0]) {
      house.helpdesk.tell({ shiftMs })
      await pace.exactly(stepMs)
    }
    await people.finish()
    const counts = await people.count()
    report('clock set forward and back', `${house.engine}, websocket`, counts, 'an hour each way, twice')
    const stored = await Promise.all(people.talks.map(({ readAll }) => readAll()))
    people.close()
    // The clock was seen to jump.
    const times = stored.flat().map(({ sentAt }) => sentAt)
    expect(Math.max(...times) - Math.min(...times)).toBeGreaterThan(2 * hour - 60_000)
    // Nobody was taken for gone, which would be a notice.
    const notices = stored.flat().filter(({ author }) => author === 'notice')
    expect(notices.filter(({ text }) => !text.includes('has joined'))).toEqual([])
    // Nobody was told to wait for the hour that never was.
    const waits = people.talks
      .flatMap(({ visitor, navigator }) => [...visitor.refusals, ...navigator.refusals])
      .map(({ retryAfterMs = 0 }) => retryAfterMs)
    expect(Math.max(0, ...waits)).toBeLessThanOrEqual(longestWaitMs)
    expect(counts).toMatchObject({ acknowledged: counts.sent, seen: counts.sent })
    expect(counts).toMatchObject({ lost: 0, doubled: 0, misordered: 0 })
  } finally {
    await house.stop()
  }
}, 300_000)
