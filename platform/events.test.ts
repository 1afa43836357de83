import { expect, it, vi } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { randomId } from './clock.ts'
import type { Database } from './database/database.ts'
import { createEvents, type Events } from './events.ts'
import { createLog } from './log.ts'
import { migratePlatform } from './migrations/platform-migrations.ts'

describeOnBothEngines('events', (databases) => {
  let now = 1_000_000

  function eventsOn(database: Database): Events {
    const log = createLog({ production: true }, { write: () => {} })
    return createEvents({ database, clock: () => now, newId: randomId, log })
  }

  async function openDatabase(): Promise<Database> {
    const database = await databases.open()
    await migratePlatform(database)
    return database
  }

  function publish(database: Database, events: Events, commit: string): Promise<void> {
    return database.write((trx) => events.publish(trx, 'published', { commit }))
  }

  it('reach every consumer once, in order, and those that come later from the first one on', async () => {
    const database = await openDatabase()
    const events = eventsOn(database)
    const seen: string[] = []
    events.subscribe('site', 'published', async ({ payload }) => void seen.push(`site ${payload.commit}`))
    await publish(database, events, 'a')
    await publish(database, events, 'b')
    await events.deliverDue()
    await events.deliverDue()
    expect(seen).toEqual(['site a', 'site b'])

    events.subscribe(
      'helpdesk',
      'published',
      async ({ payload }) => void seen.push(`helpdesk ${payload.commit}`),
    )
    await events.deliverDue()
    expect(seen).toEqual(['site a', 'site b', 'helpdesk a', 'helpdesk b'])
  })

  it('are not told of when the change they tell of was undone', async () => {
    const database = await openDatabase()
    const events = eventsOn(database)
    const seen: string[] = []
    events.subscribe('site', 'published', async ({ payload }) => void seen.push(payload.commit))
    const failing = database.write(async (trx) => {
      await events.publish(trx, 'published', { commit: 'undone' })
      throw new Error('undone')
    })
    await expect(failing).rejects.toThrow('undone')
    await publish(database, events, 'kept')
    await events.deliverDue()
    expect(seen).toEqual(['kept'])
  })

  it('come again after a consumer failed, with the same id, and hold nobody else up', async () => {
    const database = await openDatabase()
    const events = eventsOn(database)
    const tries: string[] = []
    const others: string[] = []
    events.subscribe('shaky', 'published', async ({ id }) => {
      tries.push(id)
      if (tries.length === 1) throw new Error('not now')
    })
    events.subscribe('steady', 'published', async ({ payload }) => void others.push(payload.commit))
    await publish(database, events, 'a')
    await publish(database, events, 'b')
    await events.deliverDue()
    expect(tries).toHaveLength(1)
    expect(others).toEqual(['a', 'b'])

    now += 1000
    await events.deliverDue()
    expect(tries).toHaveLength(3)
    expect(tries[1]).toBe(tries[0])
  })

  it('go on where a process that ended stopped, and reach one of two processes', async () => {
    const place = await databases.place()
    const [one, two] = [await databases.open(place), await databases.open(place)]
    await migratePlatform(one)
    const [first, second] = [eventsOn(one), eventsOn(two)]
    const seen: string[] = []
    for (const events of [first, second]) {
      events.subscribe('site', 'published', async ({ payload }) => void seen.push(payload.commit))
    }
    await publish(one, first, 'a')
    await first.deliverDue()
    for (const commit of ['b', 'c', 'd']) await publish(one, first, commit)
    await Promise.all([first.deliverDue(), second.deliverDue()])
    await second.deliverDue()
    expect(seen).toEqual(['a', 'b', 'c', 'd'])
  })

  it('lose none when many are published at once', async () => {
    const database = await openDatabase()
    const events = eventsOn(database)
    const seen: string[] = []
    events.subscribe('site', 'published', async ({ payload }) => void seen.push(payload.commit))
    events.start()
    const commits = Array.from({ length: 30 }, (_, index) => `c${index}`)
    await Promise.all(commits.map((commit) => publish(database, events, commit)))
    await vi.waitFor(() => expect(seen).toHaveLength(30), { timeout: 10_000 })
    await events.stop()
    expect([...seen].sort()).toEqual([...commits].sort())
  })
})
