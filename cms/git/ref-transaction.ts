import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { errorCode } from '#platform/error-code.ts'
import { removeAbandonedLocks } from './abandoned-locks.ts'
import { GitError } from './git-command.ts'
import type { RefSession } from './ref-session.ts'

/** Another writer was quicker: a ref no longer points where the writer had seen it. Nothing was changed. */
export class StaleRefError extends Error {
  override name = 'StaleRefError'
}

/**
 * Moves refs all together or not at all. Git itself checks them together, but then moves one after the other, so that a
 * machine that stops in between leaves half of it. What is about to move is written down first and taken back by `settle`
 * where it was not finished: nobody was told that it had happened.
 */
export function createRefTransactions({ session, gitDir, targetOf }: RefParts): RefTransactions {
  const journal = join(gitDir, 'moving-refs.json')

  async function settle(): Promise<void> {
    const changes = await readJournal(journal)
    if (changes === undefined) return
    const now = await Promise.all(changes.map(async ({ ref }) => (await targetOf(ref)) ?? null))
    const isFinished = changes.every(({ to }, index) => now[index] === to)
    const back = changes
      .map(({ ref, from }, index) => ({ ref, from: now[index] ?? null, to: from }))
      .filter(({ from, to }, index) => from !== to && from === changes[index]?.to)
    if (!isFinished && back.length > 0) await apply(session, gitDir, back)
    await rm(journal, { force: true })
  }

  return {
    settle,

    async move(changes) {
      // What could not be taken back while the disk was full stands in the way of everything that follows.
      await settle()
      if (changes.length === 1) return apply(session, gitDir, changes)
      await writeJournal(gitDir, journal, changes)
      try {
        await apply(session, gitDir, changes)
      } catch (error) {
        await settle()
        throw error
      }
      await rm(journal, { force: true })
    },
  }
}

/** @throws StaleRefError when a ref is not where it is said to be */
async function apply(session: RefSession, gitDir: string, changes: readonly RefMove[]): Promise<void> {
  const commands = changes.map(({ ref, from, to }) =>
    to === null ? `delete ${ref}\0${from}` : `update ${ref}\0${to}\0${from ?? zeroId}`,
  )
  const run = () => session.move(commands)
  try {
    await run().catch(async (error: unknown) => {
      if (!(error instanceof GitError) || !locked.test(error.errorOutput)) throw error
      // Git has waited already: whoever held the lock is gone.
      await removeAbandonedLocks(gitDir, lockWaitMilliseconds)
      await run()
    })
  } catch (error) {
    if (error instanceof GitError && movedOn.test(error.errorOutput)) {
      throw new StaleRefError('Someone else changed this at the same moment.', { cause: error })
    }
    throw error
  }
}

async function writeJournal(gitDir: string, path: string, changes: readonly RefMove[]): Promise<void> {
  await mkdir(gitDir, { recursive: true })
  const written = `${path}.new`
  const file = await open(written, 'w')
  try {
    await file.writeFile(JSON.stringify(changes))
    await file.datasync()
  } finally {
    await file.close()
  }
  await rename(written, path)
}

async function readJournal(path: string): Promise<RefMove[] | undefined> {
  try {
    return moves.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined
    throw error
  }
}

/** How long Git waits for a lock, in ms: see `core.filesRefLockTimeout`. */
export const lockWaitMilliseconds = 2_000

/** How Git says that a ref is not where the writer had seen it. */
const movedOn =
  /is at [0-9a-f]+ but expected|reference already exists|reference is missing|unable to resolve reference/

const locked = /\.lock': File exists/

const zeroId = '0'.repeat(40)

const target = z.string().nullable()
const moves = z.array(z.object({ ref: z.string(), from: target, to: target }))

type RefMove = z.output<typeof moves>[number]

/** `from: null` claims that the ref does not exist yet; `to: null` deletes it. */
export type RefChange =
  | { readonly ref: string; readonly from: string | null; readonly to: string }
  | { readonly ref: string; readonly from: string; readonly to: null }

export interface RefTransactions {
  /** Moves all refs or none, and only from where they are said to be. @throws StaleRefError */
  move(changes: readonly RefChange[]): Promise<void>
  /** Takes back what was begun and not finished, when the machine stopped or the disk was full. */
  settle(): Promise<void>
}

interface RefParts {
  readonly session: RefSession
  readonly gitDir: string
  /** The id a ref points to, undefined when there is no such ref. */
  readonly targetOf: (ref: string) => Promise<string | undefined>
}
