import { errorFacts } from '#platform/error-facts.ts'
import { linesOf } from '../git/git-command.ts'
import { mainRef } from '../git/main-branch.ts'
import { type ContentRemote, lastSeenRef, RemoteTrouble } from './content-remote.ts'
import { type JoinParts, joinRemote } from './join-remote.ts'

/**
 * Keeps the main branch here and at the remote the same. What is owed to the remote is what our main branch has beyond where
 * the remote was seen last, so that it is known after a crash too; it is tried again, later and later, until it is there.
 * Nothing that people do waits for it.
 */
export function createRemoteSync(parts: RemoteSyncParts): RemoteSync {
  const { repository, remote, log } = parts
  const stopping = new AbortController()
  let trouble: RemoteTrouble | undefined
  let failures = 0
  let timer: NodeJS.Timeout | undefined
  let running: Promise<void> | undefined
  let isAskedAgain = false

  async function once(): Promise<void> {
    for (let attempt = 1; ; attempt += 1) {
      const theirs = await remote.fetch(stopping.signal)
      const joined = await repository.writing(() => joinRemote(parts, theirs))
      if (joined === theirs) return
      try {
        return await remote.push(joined, theirs, stopping.signal)
      } catch (error) {
        const isLate = error instanceof RemoteTrouble && error.kind === 'moved-on'
        if (!isLate || attempt === mostAttempts) throw error
      }
    }
  }

  async function tryOnce(): Promise<void> {
    try {
      await once()
      trouble = undefined
      failures = 0
    } catch (error) {
      if (stopping.signal.aborted) return
      failures += 1
      if (!(error instanceof RemoteTrouble))
        log.error({ failure: errorFacts(error) }, 'the remote repository was not looked at')
      else if (error.kind !== trouble?.kind) log.warn({ trouble: error.message }, 'the remote is not in step')
      trouble =
        error instanceof RemoteTrouble
          ? error
          : new RemoteTrouble('unreachable', 'Something went wrong on our side.')
    }
  }

  async function run(): Promise<void> {
    do {
      isAskedAgain = false
      await tryOnce()
    } while (isAskedAgain && failures === 0 && !stopping.signal.aborted)
    running = undefined
    plan()
  }

  function plan(): void {
    clearTimeout(timer)
    if (stopping.signal.aborted) return
    const wait = failures === 0 ? lookEveryMs : Math.min(firstRetryMs * 2 ** (failures - 1), lookEveryMs * 5)
    timer = setTimeout(() => request(), wait).unref()
  }

  function request(): void {
    if (stopping.signal.aborted) return
    isAskedAgain = running !== undefined
    running ??= run()
  }

  return {
    request,

    async settled() {
      while (running) await running
    },

    async status() {
      const seen = await repository.refTarget(lastSeenRef)
      const range = seen === undefined ? [mainRef] : [mainRef, `^${seen}`]
      // Of a merged change only the merge counts: it is one change to whoever published it.
      const log = ['log', '--first-parent', '--reverse', '--format=%ct %P', ...range]
      const waiting = await linesOf(repository.git, log)
      // What the repository was filled with has no parent, and no day on which it was made.
      const oldest = waiting.map((line) => line.split(' ')).find(([, parent]) => parent)?.[0]
      return {
        changes: waiting.length,
        since: oldest === undefined ? null : Number(oldest) * 1000,
        trouble: trouble ? { kind: trouble.kind, sentence: trouble.message } : null,
      }
    },

    async stop() {
      stopping.abort()
      clearTimeout(timer)
      await running
    },
  }
}

const mostAttempts = 4
const lookEveryMs = 60_000
const firstRetryMs = 5_000

export interface RemoteSyncParts extends JoinParts {
  readonly remote: ContentRemote
  readonly log: {
    error(details: object, message: string): void
    warn(details: object, message: string): void
  }
}

/** How the content here stands to that of the remote. */
export interface RemoteStatus {
  /** How many changes of our main branch are not at the remote, as far as is known. */
  readonly changes: number
  /** When the oldest of them was made, ms UTC; null when there is none, or none by anybody. */
  readonly since: number | null
  /** What went wrong the last time; null when it went well. */
  readonly trouble: { readonly kind: RemoteTrouble['kind']; readonly sentence: string } | null
}

export interface RemoteSync {
  /** Asks for both to be brought into step. Comes back at once; it looks every minute by itself. */
  request(): void
  /** Waits until nothing is under way. */
  settled(): Promise<void>
  status(): Promise<RemoteStatus>
  /** Ends what is under way. */
  stop(): Promise<void>
}
