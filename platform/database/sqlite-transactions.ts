import type { Dialect, Kysely } from 'kysely'
import type { NoTables } from './database.ts'
import { DirectTransaction } from './direct-transaction.ts'
import { SqliteConnection } from './sqlite-dialect.ts'
import type { SqliteHandles } from './sqlite-files.ts'
import type { WriteLock } from './write-lock.ts'

/** One transaction on the connection that writes. It is over after `commit` and after `rollback`. */
export interface OpenTransaction {
  readonly trx: DirectTransaction
  /** Runs a statement without values, such as a savepoint. */
  mark(statement: string): void
  /** Throws when it could not be written; `rollback` must follow then. */
  commit(): void
  rollback(): void
}

/** Begins one, after the writes before it are over. Rejects when SQLite cannot begin. */
export type BeginTransaction = () => Promise<OpenTransaction>

/**
 * Transactions for many small writes: what `kysely.transaction()` does, with fewer things to wait for. A query that is
 * made with one that is over is refused, so that it cannot get into the next one.
 */
export function createSqliteTransactions(parts: {
  kysely: Kysely<NoTables>
  dialect: Dialect
  handles: SqliteHandles
  lock: WriteLock
}): BeginTransaction {
  const { kysely, dialect, handles, lock } = parts
  const driver = dialect.createDriver()
  return async () => {
    const connection = new SqliteConnection(handles, lock)
    await connection.begin()
    const executor = kysely.getExecutor().withConnectionProvider({
      provideConnection: (use) => use(connection),
    })
    const trx = new DirectTransaction({ config: { dialect }, driver, dialect, executor }, (query) =>
      connection.runNow(query),
    )
    return {
      trx,
      mark: (statement) => connection.mark(statement),
      commit: () => connection.finish(),
      rollback: () => connection.undo(),
    }
  }
}
