import { describe, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { createAudit } from './audit.ts'
import { randomId } from './clock.ts'
import type { Database } from './database/database.ts'
import { createJobs } from './jobs.ts'
import { createLog } from './log.ts'
import { migratePlatform } from './migrations/platform-migrations.ts'
import { createNightly, nextMondayMorning, nextNight } from './nightly.ts'

const evening = Date.parse('2026-11-22T20:00:00Z')
const hours = 60 * 60_000

describe('the next night', () => {
  it.each([
    ['2026-11-22T20:00:00Z', '2026-11-23T02:00:00.000Z'],
    ['2026-11-23T01:59:59Z', '2026-11-23T02:00:00.000Z'],
    ['2026-11-23T02:00:00Z', '2026-11-24T02:00:00.000Z'],
    ['2026-12-31T12:00:00Z', '2027-01-01T02:00:00.000Z'],
  ])('after %s is %s', (now, night) => {
    expect(new Date(nextNight(Date.parse(now))).toISOString()).toBe(night)
  })
})

describe('the next Monday morning', () => {
  it.each([
    ['2026-11-22T20:00:00Z', '2026-11-23T06:00:00.000Z'],
    ['2026-11-23T05:59:59Z', '2026-11-23T06:00:00.000Z'],
    ['2026-11-23T06:00:00Z', '2026-11-30T06:00:00.000Z'],
    ['2026-11-26T12:00:00Z', '2026-11-30T06:00:00.000Z'],
  ])('after %s is %s', (now, monday) => {
    expect(new Date(nextMondayMorning(Date.parse(now))).toISOString()).toBe(monday)
  })
})

describeOnBothEngines('a nightly task', (databases) => {
  let now = evening

  function processOn(database: Database) {
    const parts = { database, clock: () => now, newId: randomId }
    const jobs = createJobs({ ...parts, log: createLog({ production: true }, { write: () => {} }) })
    const audit = createAudit(parts)
    return { jobs, audit, nightly: createNightly({ ...parts, jobs, audit }) }
  }

  async function open() {
    now = evening
    const database = await databases.open()
    await migratePlatform(database)
    return database
  }

  it('is done once a night, and the audit keeps what it reports', async () => {
    const { jobs, audit, nightly } = processOn(await open())
    let runs = 0
    await nightly.add('count', async () => ({ runs: ++runs }))
    await jobs.runDue()
    expect(runs).toBe(0)
    for (let night = 1; night <= 2; night += 1) {
      now += 24 * hours
      await jobs.runDue()
      await jobs.runDue()
    }
    expect(await audit.read({ subject: 'task:count' })).toMatchObject([
      { actor: 'system', action: 'nightly-task', detail: { runs: 1 } },
      { actor: 'system', action: 'nightly-task', detail: { runs: 2 } },
    ])
  })

  it('is made up for by the process that starts after a night without one', async () => {
    const database = await open()
    await processOn(database).nightly.add('count', async () => ({}))
    now += 60 * hours
    const { jobs, audit, nightly } = processOn(database)
    await nightly.add('count', async () => ({}))
    await jobs.runDue()
    expect(await audit.read({ subject: 'task:count' })).toHaveLength(1)
  })

  it('is done by one of several processes', async () => {
    const database = await open()
    const processes = [processOn(database), processOn(database)]
    let runs = 0
    for (const { nightly } of processes) await nightly.add('count', async () => ({ runs: ++runs }))
    now += 24 * hours
    await Promise.all(processes.map(({ jobs }) => jobs.runDue()))
    expect(runs).toBe(1)
  })

  it('may be done once a week instead', async () => {
    const { jobs, audit, nightly } = processOn(await open())
    await nightly.add('weekly', async () => ({}), nextMondayMorning)
    for (let day = 0; day < 14; day += 1) {
      now += 24 * hours
      await jobs.runDue()
    }
    const runs = await audit.read({ subject: 'task:weekly' })
    expect(runs.map(({ at }) => new Date(at).toISOString().slice(0, 10))).toEqual([
      '2026-11-23',
      '2026-11-30',
    ])
  })

  it('that fails is tried again that night, and comes round the night after all the same', async () => {
    const { jobs, audit, nightly } = processOn(await open())
    let tries = 0
    await nightly.add('shaky', async () => {
      tries += 1
      if (tries < 3) throw new Error('the disk is full')
      return { tries }
    })
    now += 24 * hours
    for (let retry = 0; retry < 3; retry += 1) {
      await jobs.runDue()
      now += 1 * hours
    }
    now += 24 * hours
    await jobs.runDue()
    const entries = await audit.read({ subject: 'task:shaky' })
    expect(entries.map(({ action, detail }) => ({ action, ...detail }))).toEqual([
      { action: 'nightly-task-failed', failure: 'Error' },
      { action: 'nightly-task-failed', failure: 'Error' },
      { action: 'nightly-task', tries: 3 },
      { action: 'nightly-task', tries: 4 },
    ])
  })
})
