import { mkdir, open, readFile, rename, rm, stat, utimes } from 'node:fs/promises'
import { dirname } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { errorCode } from '#platform/error-code.ts'

/**
 * Runs `work` while holding a lock file, so that builds of one checkout never run at the same time, not even from
 * different processes: two Astro builds share `.astro/` and were seen to publish each other's content. A lock whose
 * holder died is taken over.
 *
 * @throws whatever `work` throws, and AbortError when `signal` ends the waiting
 */
export async function withBuildLock<T>(
  lockFile: string,
  work: () => Promise<T>,
  { signal, pollMilliseconds = 250 }: { signal?: AbortSignal; pollMilliseconds?: number } = {},
): Promise<T> {
  await mkdir(dirname(lockFile), { recursive: true })
  while (!(await take(lockFile))) {
    if (await isAbandoned(lockFile)) await setAside(lockFile)
    else await wait(pollMilliseconds, undefined, signal ? { signal } : {})
  }
  const heartbeat = setInterval(() => void touch(lockFile), heartbeatMilliseconds)
  try {
    return await work()
  } finally {
    clearInterval(heartbeat)
    await rm(lockFile, { force: true })
  }
}

const heartbeatMilliseconds = 5_000
const abandonedMilliseconds = 30_000

async function take(lockFile: string): Promise<boolean> {
  try {
    const handle = await open(lockFile, 'wx')
    await handle.writeFile(String(process.pid))
    await handle.close()
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  }
}

/** A lock is abandoned when its process is gone, or when nobody has touched it (a process id can be used again). */
async function isAbandoned(lockFile: string): Promise<boolean> {
  try {
    const { mtimeMs } = await stat(lockFile)
    if (Date.now() - mtimeMs > abandonedMilliseconds) return true
    const pid = Number(await readFile(lockFile, 'utf8'))
    return pid > 0 && !isRunning(pid)
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return false
    throw error
  }
}

/** Renaming takes the lock from its place once only, even when two processes find it abandoned. */
async function setAside(lockFile: string): Promise<void> {
  const aside = `${lockFile}.${process.pid}`
  try {
    await rename(lockFile, aside)
    await rm(aside, { force: true })
  } catch (error) {
    if (errorCode(error) !== 'ENOENT') throw error
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return errorCode(error) === 'EPERM'
  }
}

/** A heartbeat that fails is made up for by the next; a lock that is gone has nothing to be touched. */
async function touch(lockFile: string): Promise<void> {
  const now = new Date()
  await utimes(lockFile, now, now).catch(() => undefined)
}
