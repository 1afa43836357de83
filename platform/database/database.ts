import type { Kysely, Transaction } from 'kysely'
import type { Pool } from 'pg'
import { type Migration, runMigrations } from './migrations.ts'
import { openPostgres } from './postgres.ts'
import { openSqlite } from './sqlite.ts'

/**
 * Opens the installation's database: PostgreSQL when `databaseUrl` is given, else the SQLite file
 * `local-offer.sqlite` in `dataDir` (made when missing, readable by its owner alone).
 *
 * Throws `DatabaseError` with one sentence when it cannot be reached, read or written.
 */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  const engine = options.databaseUrl
    ? await openPostgres(options.databaseUrl, options.onConnectionLost)
    : openSqlite(options.dataDir)
  return { ...engine, migrate: (owner, migrations) => runMigrations(engine, owner, migrations) }
}

export interface DatabaseOptions {
  /** absolute path of the folder that holds everything the installation writes */
  dataDir: string
  /** postgres:// address; undefined or empty means SQLite */
  databaseUrl: string | undefined
  /** told when an idle connection to PostgreSQL breaks; the next query connects anew */
  onConnectionLost?: (cause: Error) => void
}

/** No tables: each part adds its own with `$extendTables<MyTables>()`. */
export type NoTables = unknown

/** One of the two engines, before migrations. */
export interface Engine {
  readonly engine: 'sqlite' | 'postgres'
  /** Queries. On SQLite a `select` outside a transaction never sees what is not committed. */
  readonly kysely: Kysely<NoTables>
  /**
   * Runs `work` in a transaction and resolves with its result only after COMMIT; rejects with its error after
   * undoing what it did. On SQLite, writes that arrive in one turn of the event loop share one transaction,
   * each under its own savepoint, so that one flush to disk serves them all; on PostgreSQL each has its own.
   * Inside `work` use `trx` alone and wait for nothing but queries.
   */
  write<Result>(work: (trx: Transaction<NoTables>) => Promise<Result>): Promise<Result>
  /** Opens connections for what speaks PostgreSQL itself, which the caller ends; undefined on SQLite. */
  readonly openPool: ((connections: number) => Pool) | undefined
  /** Waits for the writes under way, then lets go of the database. */
  close(): Promise<void>
}

/** What every part of the servers stores in. Text ids, integer milliseconds, JSON as text, booleans as 0 or 1. */
export interface Database extends Engine {
  /**
   * Brings the tables of `owner` up to date, each migration in its own transaction, also when several
   * processes start at once. Throws `DatabaseNewerError` when the database is newer than the program.
   */
  migrate(owner: string, migrations: readonly Migration[]): Promise<void>
}
