import { once } from 'node:events'
import { createAdapter } from '@socket.io/postgres-adapter'
import { sql } from 'kysely'
import type { ClientBase, Pool } from 'pg'
import type { Server } from 'socket.io'
import type { Database } from '#platform/database/database.ts'
import type { Migration } from '#platform/database/migrations.ts'
import type { Log } from '#platform/log.ts'

/** What lets several helpdesk processes on one PostgreSQL hear each other's announcements. */
export interface Relay {
  /** Resolves when the other processes' announcements are heard. Call at once after opening each namespace. */
  listening(): Promise<void>
  /** Call after the adapters were closed. */
  close(): Promise<void>
}

/**
 * Opens the relay. What is lost on the way is no loss: each page asks for what it missed by number. On SQLite there
 * is one process and nothing to relay.
 */
export async function openRelay(io: Server, database: Database, log: Log): Promise<Relay> {
  if (!database.openPool) return { listening: async () => {}, close: async () => {} }
  await database.migrate('socket-relay', relayMigrations)
  // One connection listens, one sends: announcements keep the order in which they were made.
  const pool = database.openPool(2)
  const firstTaken = firstClient(pool)
  const errorHandler = (error: Error) => log.warn({ failure: error.name }, 'an announcement was not relayed')
  const adapter = createAdapter(pool, { tableName: attachments, errorHandler })
  // The adapter takes a connection to listen on. It must have it before namespaces ask it to listen.
  const listener = await firstTaken
  await listener.query('select 1')
  io.adapter(adapter)
  await once(listener, 'drain')
  return {
    async listening() {
      await once(listener, 'drain')
    },
    close: () => pool.end(),
  }
}

const attachments = 'socket_io_attachments'

function firstClient(pool: Pool): Promise<ClientBase> {
  return new Promise((resolve) => pool.once('acquire', resolve))
}

/** The steps of the relay's own table. Announcements too long for NOTIFY rest there for half a minute. */
export const relayMigrations: readonly Migration[] = [
  {
    number: 1,
    name: 'attachments',
    async up(db) {
      await sql`create unlogged table if not exists ${sql.table(attachments)} (
      id bigserial unique,
      created_at timestamptz default now(),
      payload bytea
    )`.execute(db)
    },
  },
]
