import type { FastifyPluginAsync } from 'fastify'
import { sql } from 'kysely'
import type { Database } from './database/database.ts'

/**
 * `GET /api/health`: 200 `{ ok: true, database: 'ok', release }` while the database answers, else 503
 * `{ ok: false, database: 'failed', release }`.
 *
 * @param parts.release gives the commit of the site that people see; null before the first, or where another process serves it
 */
export function createHealth(parts: {
  database: Database
  release: () => string | null
}): FastifyPluginAsync {
  return async (app) => {
    app.get('/api/health', async (request, reply) => {
      const failure = await failureOf(parts.database)
      if (failure) request.log.error({ err: failure }, 'the database does not answer')
      return reply
        .code(failure ? 503 : 200)
        .header('cache-control', 'no-store')
        .send({ ok: !failure, database: failure ? 'failed' : 'ok', release: parts.release() })
    })
  }
}

async function failureOf(database: Database): Promise<Error | undefined> {
  try {
    await database.kysely.selectNoFrom(sql`1`.as('one')).execute()
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}
