import { afterAll, beforeAll, expect, it } from 'vitest'
import { chanceFrom } from '../../scripts/bench/chance.ts'
import { type PostgresServer, startPostgres } from '../support/postgres.ts'
import { startFaultHelpdesk } from './fault-helpdesk.ts'
import { report } from './fault-table.ts'
import { inForm, seed } from './form.ts'
import { createPace } from './pace.ts'
import { bringPeople } from './people.ts'

const kills = inForm({ short: 6, long: 50 })
/** How long it is under load before the next kill, at most. */
const longestLifeMs = inForm({ short: 1500, long: 3000 })

let postgres: PostgresServer
beforeAll(async () => {
  postgres = await startPostgres()
})
afterAll(() => postgres.stop())

it.concurrent(
  'a helpdesk that is killed again and again loses, doubles and misorders nothing (sqlite)',
  () => killAndCount(undefined),
  600_000,
)

it.concurrent(
  'a helpdesk that is killed again and again loses, doubles and misorders nothing (postgres)',
  async () => killAndCount(await postgres.createDatabase()),
  600_000,
)

async function killAndCount(databaseUrl: string | undefined): Promise<void> {
  const chance = chanceFrom(seed)
  const pace = createPace(chance)
  const house = await startFaultHelpdesk({ databaseUrl, navigators: 4 })
  try {
    const people = await bringPeople(house, {
      talks: inForm({ short: 8, long: 12 }),
      transport: 'websocket',
      pace,
      messageEveryMs: 400,
    })
    people.startWriting()
    for (let killed = 0; killed < kills; killed += 1) {
      await pace.exactly(chance.upTo(longestLifeMs))
      await house.helpdesk.kill()
      const started = house.helpdesk.start().catch(() => undefined)
      // One in five is killed again before it may have begun to listen.
      if (chance.upTo(5) > 0) await started
    }
    await people.finish()
    const counts = await people.count()
    report('kill -9', `${house.engine}, websocket`, counts, `${kills} kills, ${people.resent()} sent again`)
    people.close()
    expect(people.resent()).toBeGreaterThan(0)
    expect(counts).toMatchObject({ acknowledged: counts.sent, seen: counts.sent })
    expect(counts).toMatchObject({ lost: 0, doubled: 0, misordered: 0 })
  } finally {
    await house.stop()
  }
}
