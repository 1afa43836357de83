import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type QueryResult,
  SelectQueryNode,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely'
import { DatabaseError } from './database-errors.ts'
import type { SqliteHandle, SqliteHandles } from './sqlite-files.ts'
import type { WriteLock } from './write-lock.ts'

/**
 * Kysely's SQLite dialect over `node:sqlite`. A `select` outside a transaction sees committed rows only: while one is under
 * way it runs on the reading connection. Everything else takes the write lock and runs on the writing one.
 */
export function createSqliteDialect(handles: SqliteHandles, lock: WriteLock): Dialect {
  return {
    createAdapter: () => new ConcurrentSqliteAdapter(),
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createDriver: () => createDriver(handles, lock),
  }
}

function createDriver(handles: SqliteHandles, lock: WriteLock): Driver {
  return {
    init: async () => {},
    acquireConnection: async () => new SqliteConnection(handles, lock),
    beginTransaction: (connection) => asSqlite(connection).begin(),
    commitTransaction: async (connection) => asSqlite(connection).finish(),
    rollbackTransaction: async (connection) => asSqlite(connection).undo(),
    savepoint: async (connection, name) => asSqlite(connection).mark(`savepoint "${name}"`),
    rollbackToSavepoint: async (connection, name) => asSqlite(connection).mark(`rollback to "${name}"`),
    releaseSavepoint: async (connection, name) => asSqlite(connection).mark(`release "${name}"`),
    releaseConnection: async () => {},
    destroy: async () => handles.close(),
  }
}

function asSqlite(connection: DatabaseConnection): SqliteConnection {
  if (connection instanceof SqliteConnection) return connection
  throw new DatabaseError('A connection of another database was used.')
}

/** What runs queries. Between `begin` and its end it writes; a query that comes after the end is refused. */
export class SqliteConnection implements DatabaseConnection {
  readonly #handles: SqliteHandles
  readonly #lock: WriteLock
  #release: (() => void) | undefined
  #isOver = false

  constructor(handles: SqliteHandles, lock: WriteLock) {
    this.#handles = handles
    this.#lock = lock
  }

  async begin(): Promise<void> {
    const release = await this.#lock.take()
    try {
      this.#handles.writer.run('begin immediate', [])
    } catch (error) {
      release()
      throw error
    }
    this.#release = release
  }

  finish(): void {
    this.#handles.writer.run('commit', [])
    this.#letGo()
  }

  /** Also follows a commit that failed; when the disk was full SQLite has undone the transaction by itself. */
  undo(): void {
    try {
      if (this.#handles.writer.inTransaction()) this.#handles.writer.run('rollback', [])
    } finally {
      this.#letGo()
    }
  }

  mark(sql: string): void {
    this.#handles.writer.run(sql, [])
  }

  /** A query of the transaction under way. Throws `DatabaseError` when there is none. */
  runNow<Row>(query: CompiledQuery): QueryResult<Row> {
    if (!this.#release) throw new DatabaseError('A query came after the end of its transaction.')
    return run<Row>(this.#handles.writer, query)
  }

  async executeQuery<Row>(query: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#release || this.#isOver) return this.runNow<Row>(query)
    if (SelectQueryNode.is(query.query)) return run<Row>(this.#readingHandle(), query)
    const release = await this.#lock.take()
    try {
      return run<Row>(this.#handles.writer, query)
    } finally {
      release()
    }
  }

  /** SQLite answers at once, so the stream is one chunk. */
  async *streamQuery<Row>(query: CompiledQuery): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query)
  }

  /**
   * The connection that writes has seen its own writes and keeps what it read of the file; the other must read all again
   * after each write. So only while a transaction is under way the other one reads.
   */
  #readingHandle(): SqliteHandle {
    const { reader, writer } = this.#handles
    return writer.inTransaction() ? reader : writer
  }

  #letGo(): void {
    this.#release?.()
    this.#release = undefined
    this.#isOver = true
  }
}

/** Several readers may run while one writes; the write lock keeps writers apart. */
class ConcurrentSqliteAdapter extends SqliteAdapter {
  override get supportsMultipleConnections(): boolean {
    return true
  }
}

function run<Row>(handle: SqliteHandle, query: CompiledQuery): QueryResult<Row> {
  const { rows, changes, lastRowId } = handle.run<Row>(query.sql, query.parameters)
  return {
    rows,
    ...(changes === undefined ? {} : { numAffectedRows: BigInt(changes) }),
    ...(lastRowId === undefined ? {} : { insertId: BigInt(lastRowId) }),
  }
}
