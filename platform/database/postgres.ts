import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { Engine, NoTables } from './database.ts'
import { DatabaseError } from './database-errors.ts'

/** Type numbers of PostgreSQL for what comes back as text unless told otherwise. */
const [int8, numeric] = [20, 1700]

/**
 * The engine for several processes. Whole numbers come back as numbers, as on SQLite.
 * Throws `DatabaseError` when the server cannot be reached.
 */
export async function openPostgres(
  databaseUrl: string,
  onConnectionLost?: (cause: Error) => void,
): Promise<Engine> {
  const pool = createPostgresPool(databaseUrl, 10, onConnectionLost)
  const kysely = new Kysely<NoTables>({ dialect: new PostgresDialect({ pool }) })
  try {
    await sql`select 1`.execute(kysely)
  } catch (cause) {
    await kysely.destroy()
    throw new DatabaseError(
      `We cannot reach the PostgreSQL database ${withoutPassword(databaseUrl)}. Check DATABASE_URL and that the server runs.`,
      { cause },
    )
  }
  const underWay = new Set<Promise<unknown>>()
  let closed = false
  return {
    engine: 'postgres',
    kysely,
    openPool: (connections) => createPostgresPool(databaseUrl, connections, onConnectionLost),
    async write(work) {
      if (closed) throw new DatabaseError('The database is closed.')
      const written = kysely.transaction().execute(work)
      underWay.add(written)
      try {
        return await written
      } finally {
        underWay.delete(written)
      }
    },
    async close() {
      closed = true
      await Promise.allSettled(underWay)
      await kysely.destroy()
    },
  }
}

function createPostgresPool(
  databaseUrl: string,
  connections: number,
  onConnectionLost?: (cause: Error) => void,
): pg.Pool {
  const types = new pg.TypeOverrides()
  types.setTypeParser(int8, Number)
  types.setTypeParser(numeric, Number)
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: connections,
    connectionTimeoutMillis: 10_000,
    types,
  })
  // Without a listener a connection that breaks between two queries would end the process; the pool replaces it.
  // The pool repeats what its idle connections said, which was told already.
  pool.on('connect', (client) => client.on('error', (cause) => onConnectionLost?.(cause)))
  pool.on('error', () => undefined)
  return pool
}

function withoutPassword(databaseUrl: string): string {
  if (!URL.canParse(databaseUrl)) return 'of DATABASE_URL'
  const url = new URL(databaseUrl)
  return `${url.hostname || 'localhost'}${url.port ? `:${url.port}` : ''}${url.pathname}`
}
