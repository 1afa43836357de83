import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { errorCode } from '#platform/error-code.ts'

/**
 * Removes the lock files that a Git process left behind when the machine stopped under it; every later write would be
 * refused because of them. A lock that is younger than `olderThanMilliseconds` may belong to a process that still runs, so
 * it is waited for.
 */
export async function removeAbandonedLocks(gitDir: string, olderThanMilliseconds = 2_000): Promise<void> {
  for (const path of await locksIn(gitDir)) {
    for (let age = await ageOf(path); age !== undefined; age = await ageOf(path)) {
      if (age >= olderThanMilliseconds) await rm(path, { force: true })
      else await pause(lookEveryMilliseconds)
    }
  }
}

const lookEveryMilliseconds = 50

async function locksIn(gitDir: string): Promise<string[]> {
  const [here, refs] = await Promise.all([
    readdir(gitDir, { withFileTypes: true }),
    readdir(join(gitDir, 'refs'), { recursive: true, withFileTypes: true }),
  ])
  return [...here, ...refs]
    .filter((entry) => entry.isFile() && entry.name.endsWith('.lock'))
    .map(({ parentPath, name }) => join(parentPath, name))
}

/** How long a file has stood there, in ms; undefined when it is gone. A clock that was set back counts as long ago. */
async function ageOf(path: string): Promise<number | undefined> {
  try {
    const age = Date.now() - (await stat(path)).mtimeMs
    return age < -1_000 ? Number.POSITIVE_INFINITY : age
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}
