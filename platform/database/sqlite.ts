import { Kysely } from 'kysely'
import type { Engine, NoTables } from './database.ts'
import { createGroupCommit } from './group-commit.ts'
import { createSqliteDialect } from './sqlite-dialect.ts'
import { openSqliteFiles } from './sqlite-files.ts'
import { createSqliteTransactions } from './sqlite-transactions.ts'
import { createWriteLock } from './write-lock.ts'

/** The embedded engine: one file, one process. Throws `DatabaseError` as `openSqliteFiles` does. */
export function openSqlite(dataDir: string): Engine {
  const handles = openSqliteFiles(dataDir)
  const lock = createWriteLock()
  const dialect = createSqliteDialect(handles, lock)
  const kysely = new Kysely<NoTables>({ dialect })
  const group = createGroupCommit(createSqliteTransactions({ kysely, dialect, handles, lock }), lock)
  return {
    engine: 'sqlite',
    kysely,
    openPool: undefined,
    write: group.write,
    async close() {
      await group.finish()
      await kysely.destroy()
      handles.close()
    },
  }
}
