import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { DatabaseError } from './database-errors.ts'

/** How many prepared statements each connection keeps. */
const statementsKept = 300

const changesTables = /^\s*(create|alter|drop)\b/i

/** Two connections to one file: SQLite in WAL mode reads on one while the other writes. */
export interface SqliteHandles {
  writer: SqliteHandle
  reader: SqliteHandle
  close(): void
}

/** A connection that remembers its prepared statements. */
export interface SqliteHandle {
  run<Row>(sql: string, parameters: readonly unknown[]): SqliteResult<Row>
  inTransaction(): boolean
}

export interface SqliteResult<Row> {
  rows: Row[]
  changes: number | bigint | undefined
  lastRowId: number | bigint | undefined
}

/**
 * Opens `local-offer.sqlite` in `dataDir`, checked and set up to survive a power cut.
 * Throws `DatabaseError` when the file is damaged or cannot be written; then it is left as it was.
 */
export function openSqliteFiles(dataDir: string): SqliteHandles {
  const file = join(dataDir, 'local-offer.sqlite')
  makeWritable(dataDir, file)
  const opened: DatabaseSync[] = []
  const close = () => {
    for (const database of opened.splice(0)) database.close()
  }
  try {
    const writer = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: true })
    opened.push(writer)
    checkIntact(writer, file)
    writer.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL')
    // Pages that change often are copied into the file once in a while and not all the time. More memory for pages than
    // 8 MB makes nothing quicker: what is not in it is in the memory of the operating system.
    writer.exec('PRAGMA wal_autocheckpoint = 4000; PRAGMA cache_size = -8000')
    // A write that fails for want of rights must fail now and not at a family's first message.
    writer.exec('BEGIN IMMEDIATE; ROLLBACK')
    const reader = new DatabaseSync(file, { timeout: 5000, enableForeignKeyConstraints: true })
    opened.push(reader)
    reader.exec('PRAGMA query_only = ON')
    const known = { writer: new Map<string, Prepared>(), reader: new Map<string, Prepared>() }
    const forget = () => {
      known.writer.clear()
      known.reader.clear()
    }
    return {
      writer: createHandle(writer, known.writer, forget),
      reader: createHandle(reader, known.reader, forget),
      close,
    }
  } catch (cause) {
    close()
    throw cause instanceof DatabaseError ? cause : new DatabaseError(sentenceFor(cause, file), { cause })
  }
}

function makeWritable(dataDir: string, file: string): void {
  try {
    mkdirSync(dataDir, { recursive: true })
    closeSync(openSync(file, 'a', 0o600))
  } catch (cause) {
    throw new DatabaseError(
      `We cannot write the database ${file}. Give this user the right to write in ${dataDir}, or set DATA_DIR to another folder.`,
      { cause },
    )
  }
}

function checkIntact(database: DatabaseSync, file: string): void {
  const row = database.prepare('PRAGMA quick_check(1)').get()
  if (row?.['quick_check'] !== 'ok') throw new DatabaseError(damaged(file))
}

function sentenceFor(cause: unknown, file: string): string {
  const code = cause instanceof Error && 'errcode' in cause ? cause.errcode : undefined
  const [corrupt, notADatabase, busy, full] = [11, 26, 5, 13]
  if (code === corrupt || code === notADatabase) return damaged(file)
  if (code === busy) return `Another program is writing the database ${file}. Stop it and start again.`
  if (code === full)
    return `The disk is full, so the database ${file} cannot be written. Make room and start again.`
  return `We cannot write the database ${file}. Check that this user may write it and that the disk has room.`
}

function damaged(file: string): string {
  return `The database ${file} is damaged. Restore it from a backup, or move it away to start with an empty one.`
}

/** `forget` empties the memory for statements of both connections: after a change of tables their columns are others. */
function createHandle(
  database: DatabaseSync,
  statements: Map<string, Prepared>,
  forget: () => void,
): SqliteHandle {
  function prepare(sql: string) {
    const known = statements.get(sql)
    if (known) return known
    const isChangeOfTables = changesTables.test(sql)
    if (isChangeOfTables) forget()
    const statement = database.prepare(sql)
    const columns = statement.columns().map(({ name }) => name)
    if (columns.length > 0) statement.setReturnArrays(true)
    const prepared = { statement, columns, givesMany: false }
    if (isChangeOfTables) return prepared
    statements.set(sql, prepared)
    for (const oldest of statements.keys()) {
      if (statements.size <= statementsKept) break
      statements.delete(oldest)
    }
    return prepared
  }

  return {
    inTransaction: () => database.isTransaction,
    run<Row>(sql: string, parameters: readonly unknown[]): SqliteResult<Row> {
      const prepared = prepare(sql)
      const values = parameters.map(toSqlValue)
      if (prepared.columns.length > 0)
        return { rows: rowsOf<Row>(prepared, values), changes: undefined, lastRowId: undefined }
      const { changes, lastInsertRowid } = prepared.statement.run(...values)
      return { rows: [], changes, lastRowId: lastInsertRowid }
    },
  }
}

function toSqlValue(value: unknown): SQLInputValue {
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'bigint')
    return value
  if (value instanceof Uint8Array) return value
  throw new DatabaseError(`A value of type ${typeof value} cannot be stored. Store text, numbers or bytes.`)
}

/** A statement with the names of its columns; none when it gives no rows. */
interface Prepared {
  readonly statement: StatementSync
  readonly columns: readonly string[]
  /** whether it gave many rows the last time */
  givesMany: boolean
}

/** From so many rows on they are taken one by one: all at once they take memory that the process never gives back. */
const manyRows = 100

/**
 * The caller's query says what its rows hold; SQLite itself does not. Put together here, since that takes half as long as
 * having `node:sqlite` do it.
 */
function rowsOf<Row>(prepared: Prepared, values: SQLInputValue[]): Row[]
function rowsOf(prepared: Prepared, values: SQLInputValue[]): unknown[] {
  const { statement, columns, givesMany } = prepared
  const rows: unknown[] = []
  const found = givesMany ? statement.iterate(...values) : statement.all(...values)
  for (const fields of found) rows.push(rowOf(columns, fields))
  prepared.givesMany = rows.length >= manyRows
  return rows
}

function rowOf(columns: readonly string[], fields: Readonly<Record<number, unknown>>): object {
  const row: Record<string, unknown> = {}
  let index = 0
  for (const column of columns) {
    row[column] = fields[index]
    index += 1
  }
  return row
}
