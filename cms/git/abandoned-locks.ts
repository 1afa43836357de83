import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Removes the lock files that a Git process left behind when the machine stopped under it; every later write would be
 * refused because of them. A lock that is younger than `olderThanMilliseconds` may belong to a process that still runs.
 */
export async function removeAbandonedLocks(gitDir: string, olderThanMilliseconds = 60_000): Promise<void> {
  const inside = await readdir(gitDir, { recursive: true, withFileTypes: true })
  const locks = inside.filter(
    (entry) =>
      entry.isFile() && entry.name.endsWith('.lock') && !entry.parentPath.includes(`${gitDir}/objects`),
  )
  for (const lock of locks) {
    const path = join(lock.parentPath, lock.name)
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > olderThanMilliseconds) await rm(path, { force: true })
  }
}
