import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fastify from 'fastify'
import { sql } from 'kysely'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { describeOnBothEngines } from '../tests/support/databases.ts'
import { type Database, openDatabase } from './database/database.ts'
import { createHealth, type HealthParts } from './health.ts'

const megabyte = 1024 ** 2

describeOnBothEngines('health', (databases) => {
  let releaseDir: string
  let logged: string[]

  beforeEach(() => {
    logged = []
    releaseDir = mkdtempSync(join(tmpdir(), 'local-offer-health-'))
    writeFileSync(join(releaseDir, 'area.json'), '{}')
  })
  afterEach(() => rmSync(releaseDir, { recursive: true, force: true }))

  async function open(database: Database, parts: Partial<HealthParts> = {}) {
    const app = fastify({ loggerInstance: pino({}, { write: (line: string) => logged.push(line) }) })
    const usual = { database, dataDir: releaseDir, releaseDir: () => releaseDir, release: () => null }
    await app.register(createHealth({ ...usual, room: async () => 5000 * megabyte, ...parts }))
    return {
      app,
      async ask(path = '/api/health') {
        const answer = await app.inject(path)
        return { status: answer.statusCode, ...answer.json() }
      },
    }
  }

  const well = { status: 200, ok: true, database: 'ok', storage: 'ok', site: 'ok', release: null }

  it('is good while the database takes writes, and says which release people see', async () => {
    const database = await databases.open()
    let release: string | null = null
    const { ask } = await open(database, { release: () => release })
    expect(await ask()).toEqual(well)
    release = '2026-10-03-abc'
    expect(await ask('/api/health/ready')).toEqual({ ...well, release })
    expect(await ask('/api/health/live')).toEqual({ status: 200, ok: true })
    const { rows } = await sql<{ writes: number }>`select writes from health_probe`.execute(database.kysely)
    expect(rows).toEqual([{ writes: 2 }])
  })

  it('is bad, with 503, when the database is gone, though the process lives', async () => {
    const database = await openDatabase(await databases.place())
    const { ask } = await open(database)
    await database.close()
    expect(await ask()).toEqual({ ...well, status: 503, ok: false, database: 'failed' })
    expect(await ask('/api/health/live')).toEqual({ status: 200, ok: true })
    expect(logged.join('')).toContain('the database takes no write')
  })

  it('is bad when a write takes too long, and does not pile writes up behind it', async () => {
    const database = await databases.open()
    const stuck = Promise.withResolvers<never>()
    let writes = 0
    const hanging: Database = {
      ...database,
      write() {
        writes += 1
        return stuck.promise
      },
    }
    const { ask } = await open(hanging, { patienceMs: 1 })
    const answers = await Promise.all([ask(), ask(), ask()])
    expect(answers.map(({ status }) => status)).toEqual([503, 503, 503])
    expect(writes).toBe(1)
  })

  it('tells that room runs out, and is bad once there is none', async () => {
    const database = await databases.open()
    let free = 500 * megabyte
    const { ask } = await open(database, { room: async () => free })
    expect(await ask()).toEqual({ ...well, storage: 'low' })
    free = 10 * megabyte
    expect(await ask()).toEqual({ ...well, status: 503, ok: false, storage: 'full' })
  })

  it('looks at the real disk', async () => {
    const database = await databases.open()
    const app = fastify()
    const parts = { database, releaseDir: () => releaseDir, release: () => null }
    await app.register(createHealth({ ...parts, dataDir: join(releaseDir, 'not there') }))
    expect((await app.inject('/api/health')).json()).toMatchObject({ storage: 'full' })
    const onDisk = fastify()
    await onDisk.register(createHealth({ ...parts, dataDir: releaseDir }))
    expect((await onDisk.inject('/api/health')).json().storage).toMatch(/^(ok|low|full)$/)
  })

  it('is bad while there is no site to show', async () => {
    const database = await databases.open()
    const { ask } = await open(database)
    rmSync(join(releaseDir, 'area.json'))
    expect(await ask()).toEqual({ ...well, status: 503, ok: false, site: 'missing' })
    mkdirSync(releaseDir, { recursive: true })
    writeFileSync(join(releaseDir, 'area.json'), '{}')
    expect(await ask()).toEqual(well)
  })
})
