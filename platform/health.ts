import { access, statfs } from 'node:fs/promises'
import { join } from 'node:path'
import type { FastifyPluginAsync } from 'fastify'
import type { Database } from './database/database.ts'
import type { Migration } from './database/migrations.ts'
import { errorFacts } from './error-facts.ts'

/**
 * Says how the process is, for whoever watches it or sends people to it:
 * - `GET /api/health/live`: 200 `{ ok: true }` whenever the process answers at all; restart it when it does not.
 * - `GET /api/health/ready`, also as `/api/health`: 200 or 503 with a `Readiness`; send nobody to it while it is 503.
 */
export function createHealth(parts: HealthParts): FastifyPluginAsync {
  const { database, dataDir, releaseDir, release, content, room = freeBytes, patienceMs = 3000 } = parts
  let underWay: Promise<Readiness['database']> | undefined

  /** However many ask, one write is under way, also when it hangs. */
  function tryWrite(onFailure: (error: unknown) => void): Promise<Readiness['database']> {
    underWay ??= writeProbe(database)
      .then(
        () => 'ok' as const,
        (error: unknown) => {
          onFailure(error)
          return 'failed' as const
        },
      )
      .finally(() => {
        underWay = undefined
      })
    return within(patienceMs, underWay, 'failed')
  }

  return async (app) => {
    await database.migrate('health', healthMigrations)
    app.get('/api/health/live', async (_request, reply) =>
      reply.header('cache-control', 'no-store').send({ ok: true }),
    )
    for (const path of ['/api/health', '/api/health/ready']) {
      app.get(path, async (request, reply) => {
        const [written, storage, site, stored] = await Promise.all([
          tryWrite((error) =>
            request.log.error({ failure: errorFacts(error) }, 'the database takes no write'),
          ),
          lookAtStorage(dataDir, room),
          isThere(join(releaseDir(), 'area.json')),
          content && within(patienceMs, content(), 'waiting'),
        ])
        const readiness: Readiness = {
          ok: written === 'ok' && storage !== 'full' && site,
          ...{ database: written, storage, site: site ? 'ok' : 'missing', release: release() },
          ...(stored !== undefined && { content: stored }),
        }
        return reply
          .code(readiness.ok ? 200 : 503)
          .header('cache-control', 'no-store')
          .send(readiness)
      })
    }
  }
}

export interface HealthParts {
  database: Database
  /** the folder that the installation writes to */
  dataDir: string
  /** gives the folder of the site that people see */
  releaseDir: () => string
  /** gives its commit; null before the first, or where another process publishes */
  release: () => string | null
  /** whether the content is whole and at its remote repository; what it leaves out is not said */
  content?: (() => Promise<Readiness['content']>) | undefined
  /** gives the free bytes of a folder's disk; the machine's own answer unless given */
  room?: (folder: string) => Promise<number>
  /** how long a write may take before it counts as failed, in ms */
  patienceMs?: number
}

/** What `/api/health/ready` answers with. */
export interface Readiness {
  /** people can be sent here */
  ok: boolean
  /** whether a write was committed just now */
  database: 'ok' | 'failed'
  /** low: below 1 GB, make room soon; full: below 64 MB, so nothing can be relied on */
  storage: 'ok' | 'low' | 'full'
  /** whether there is a published site */
  site: 'ok' | 'missing'
  release: string | null
  /**
   * waiting: changes are not at the remote repository yet; damaged: something of the content was missing when it was last
   * looked through. People are served all the same.
   */
  content?: 'ok' | 'waiting' | 'damaged' | undefined
}

const lowBytes = 1024 ** 3
const fullBytes = 64 * 1024 ** 2

/** The one row that is written to see whether writing works. */
export const healthMigrations: readonly Migration[] = [
  {
    number: 1,
    name: 'health-probe',
    up: (db) =>
      db.schema
        .createTable('health_probe')
        .addColumn('name', 'text', (column) => column.primaryKey())
        .addColumn('writes', 'bigint', (column) => column.notNull())
        .execute(),
  },
]

async function writeProbe(database: Database): Promise<void> {
  await database.write((trx) =>
    trx
      .$extendTables<{ health_probe: { name: string; writes: number } }>()
      .insertInto('health_probe')
      .values({ name: 'ready', writes: 1 })
      .onConflict((conflict) =>
        conflict.column('name').doUpdateSet(({ eb, ref }) => ({
          writes: eb(ref('health_probe.writes'), '+', 1),
        })),
      )
      .execute(),
  )
}

async function lookAtStorage(
  dataDir: string,
  room: (folder: string) => Promise<number>,
): Promise<Readiness['storage']> {
  // A folder that cannot be looked at takes nothing either.
  const bytes = await room(dataDir).catch(() => 0)
  if (bytes < fullBytes) return 'full'
  return bytes < lowBytes ? 'low' : 'ok'
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder)
  return bavail * bsize
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path)
    return true
  } catch {
    return false
  }
}

/** What came within the time, else `otherwise`. */
async function within<Result>(ms: number, work: Promise<Result>, otherwise: Result): Promise<Result> {
  const { promise, resolve } = Promise.withResolvers<Result>()
  const timer = setTimeout(resolve, ms, otherwise)
  try {
    return await Promise.race([work, promise])
  } finally {
    clearTimeout(timer)
  }
}
