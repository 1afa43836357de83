import { expect, it, vi } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { randomId } from './clock.ts'
import type { Database } from './database/database.ts'
import { createJobs, type Jobs, mostFailures } from './jobs.ts'
import { createLog } from './log.ts'
import { migratePlatform } from './migrations/platform-migrations.ts'

describeOnBothEngines('jobs', (databases) => {
  let now = 1_000_000

  function jobsOn(database: Database): Jobs {
    const log = createLog({ production: true }, { write: () => {} })
    return createJobs({ database, clock: () => now, newId: randomId, log })
  }

  async function open() {
    const database = await databases.open()
    await migratePlatform(database)
    const jobs = jobsOn(database)
    const add = (job: Parameters<Jobs['add']>[1]) => database.write((trx) => jobs.add(trx, job))
    return { database, jobs, add }
  }

  it('are done once, in the order in which they fall due', async () => {
    const { jobs, add } = await open()
    const done: unknown[] = []
    jobs.handle('note', async (payload) => void done.push(payload))
    await add({ kind: 'note', payload: 'later', dueAt: now + 5000 })
    await add({ kind: 'note', payload: { first: true } })
    await jobs.runDue()
    await jobs.runDue()
    expect(done).toEqual([{ first: true }])
    now += 5000
    await jobs.runDue()
    expect(done).toEqual([{ first: true }, 'later'])
  })

  it('with one key are one job until it starts, and one more while it runs', async () => {
    const { jobs, add } = await open()
    let runs = 0
    jobs.handle('build', async () => {
      runs += 1
      if (runs > 1) return
      await add({ kind: 'build', key: 'site' })
      await add({ kind: 'build', key: 'site' })
    })
    for (let asked = 0; asked < 3; asked += 1) await add({ kind: 'build', key: 'site' })
    await jobs.runDue()
    expect(runs).toBe(2)
  })

  it('are tried again after a failure, later and later, and then kept for a person', async () => {
    const { jobs, add } = await open()
    let tries = 0
    jobs.handle('shaky', async () => {
      tries += 1
      throw new Error('the printer is on fire')
    })
    await add({ kind: 'shaky' })
    await jobs.runDue()
    expect(tries).toBe(1)
    now += 999
    await jobs.runDue()
    expect(tries).toBe(1)
    for (let failure = 1; failure < mostFailures + 3; failure += 1) {
      now += 3_600_000
      await jobs.runDue()
    }
    expect(tries).toBe(mostFailures)
    expect(await jobs.failed()).toMatchObject([{ kind: 'shaky', error: 'the printer is on fire' }])
  })

  it('that failed make way when the same was asked for again meanwhile', async () => {
    const { jobs, add } = await open()
    let tries = 0
    jobs.handle('build', async () => {
      tries += 1
      if (tries > 1) return
      await add({ kind: 'build', key: 'site' })
      throw new Error('broken')
    })
    await add({ kind: 'build', key: 'site' })
    await jobs.runDue()
    now += 3_600_000
    await jobs.runDue()
    expect(tries).toBe(2)
  })

  it('of a process that died are taken over by another, and done by one of two at a time', async () => {
    const place = await databases.place()
    const [one, two] = [await databases.open(place), await databases.open(place)]
    await migratePlatform(one)
    const [first, second] = [jobsOn(one), jobsOn(two)]
    const done: string[] = []
    const started = Promise.withResolvers<void>()
    const stuck = Promise.withResolvers<void>()
    first.handle('note', async () => {
      started.resolve()
      await stuck.promise
      done.push('first')
    })
    second.handle('note', async () => void done.push('second'))
    await one.write((trx) => first.add(trx, { kind: 'note' }))
    const running = first.runDue()
    await started.promise
    await second.runDue()
    expect(done).toEqual([])

    now += 60_001
    await second.runDue()
    expect(done).toEqual(['second'])
    stuck.resolve()
    await running
    await second.runDue()
    expect(done).toEqual(['second', 'first'])
  })

  it('are picked up by the runner, which stops when told', async () => {
    const { jobs, add } = await open()
    const done: unknown[] = []
    jobs.handle('note', async (payload) => void done.push(payload))
    jobs.start()
    await add({ kind: 'note', payload: 1 })
    await vi.waitFor(() => expect(done).toEqual([1]), { timeout: 5000 })
    await jobs.stop()
    await add({ kind: 'note', payload: 2 })
    expect(done).toEqual([1])
  })
})
