import { chmodSync, copyFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { OperatorError } from '../../platform/operator-error.ts'
import { type Steps, stepsSchema } from './schema-steps.ts'

/**
 * Writes the SQLite file, as it is at one moment, to `to`, while the server goes on writing. SQLite's incremental backup
 * would begin again after each write of another process; this reads once. The copy is checked from end to end.
 *
 * @returns the steps that the database had taken
 */
export function saveSqliteFile(file: string, to: string): Steps {
  const source = new DatabaseSync(file, { timeout: 30_000 })
  try {
    source.prepare('VACUUM INTO ?').run(to)
  } finally {
    source.close()
  }
  chmodSync(to, 0o600)
  const copy = new DatabaseSync(to, { readOnly: true })
  try {
    if (copy.prepare('PRAGMA integrity_check(1)').get()?.['integrity_check'] !== 'ok')
      throw new OperatorError(
        `The database ${file} is damaged, so no backup was made. Restore an earlier one.`,
      )
    return stepsSchema.parse(
      copy.prepare('select owner, number from migration order by applied_at, owner, number').all(),
    )
  } finally {
    copy.close()
  }
}

/** Puts such a copy in place of the file that is not there yet. */
export function loadSqliteFile(from: string, file: string): void {
  copyFileSync(from, file)
  chmodSync(file, 0o600)
}
