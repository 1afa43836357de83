import fastify from 'fastify'
import { expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { openDatabase } from './database/database.ts'
import { createHealth } from './health.ts'

describeOnBothEngines('health', (databases) => {
  it('is good while the database answers, and says which release people see', async () => {
    const database = await databases.open()
    let release: string | null = null
    const app = fastify()
    await app.register(createHealth({ database, release: () => release }))
    expect((await app.inject('/api/health')).json()).toEqual({ ok: true, database: 'ok', release: null })
    release = '2026-10-03-abc'
    const answer = await app.inject('/api/health')
    expect(answer.statusCode).toBe(200)
    expect(answer.json()).toEqual({ ok: true, database: 'ok', release: '2026-10-03-abc' })
    await app.close()
  })

  it('is bad, with 503, when the database is gone', async () => {
    const place = await databases.place()
    const database = await openDatabase(place)
    const app = fastify()
    await app.register(createHealth({ database, release: () => null }))
    await database.close()
    const answer = await app.inject('/api/health')
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toEqual({ ok: false, database: 'failed', release: null })
    await app.close()
  })
})
