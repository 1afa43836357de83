import { closeSync, mkdirSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { OperatorError } from './operator-error.ts'

/**
 * Claims the folder that an installation writes to, for as long as this process lives: two programs on one folder would
 * clear away each other's builds, and messages would not reach the other's desks. Makes the folder, for its owner's eyes
 * alone, when there is none. The lock is SQLite's, kept by the operating system, so nothing is left behind by `kill -9`.
 *
 * @returns gives the folder free
 * @throws OperatorError when another program has it, or it cannot be written to
 */
export function lockDataDir(dataDir: string): () => void {
  const file = join(dataDir, 'running.lock')
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    closeSync(openSync(file, 'a', 0o600))
    const lock = new DatabaseSync(file, { timeout: 0 })
    lock.exec('BEGIN EXCLUSIVE')
    return () => lock.close()
  } catch (cause) {
    const sentence = isTaken(cause)
      ? `Another Local Offer that is running writes to ${dataDir}. Stop it, or set DATA_DIR to another folder.`
      : `The folder ${dataDir} cannot be written to. Give this user the right to write there, or set DATA_DIR to another folder.`
    throw new OperatorError(sentence, { cause })
  }
}

function isTaken(cause: unknown): boolean {
  const sqliteBusy = 5
  return cause instanceof Error && Reflect.get(cause, 'errcode') === sqliteBusy
}
