import { rm } from 'node:fs/promises'
import { basename } from 'node:path'
import { errorCode } from '#platform/error-code.ts'
import type { ContentRepository } from '../git/content-repository.ts'
import { mainOf } from '../git/main-branch.ts'
import { withBuildLock } from './build-lock.ts'
import type { BuildStage, Publication } from './publication.ts'
import { checkRelease } from './release-check.ts'
import { createReleaseContent } from './release-content.ts'
import { createReleaseFolders } from './release-folders.ts'
import { type BuildCommand, runBuild } from './run-build.ts'

/**
 * Builds commits of the content repository into releases and switches `<releasesDir>/current` to them. One build runs
 * at a time; requests that arrive meanwhile become one, for the newest commit. A build that fails, or whose records
 * are not those of its commit, leaves the site that people see as it is and says why.
 */
export function createPublisher(options: PublisherOptions): Publisher {
  const {
    repository,
    releasesDir,
    build,
    program,
    lockFile,
    clock,
    log,
    onPublished,
    onFailed = async () => {},
    keepReleases = 2,
  } = options
  const folders = createReleaseFolders(releasesDir)
  const content = createReleaseContent(repository)
  const stopping = new AbortController()
  let wanted: string | undefined
  let running: Promise<void> | undefined
  let state: Publication = { state: 'none' }
  /** The name of the one that was switched to last. */
  let release: string | undefined
  let lastTookMs: number | null = null

  function enter(stage: BuildStage): void {
    if (state.state === 'building') state = { ...state, stage }
  }

  async function buildRelease(commit: string): Promise<void> {
    const { folder, contentDir, releaseDir } = await folders.workspace()
    try {
      enter('taking-out')
      await content.write(commit, contentDir)
      enter('building')
      await runBuild(build, { contentDir, releaseDir }, stopping.signal)
      enter('checking')
      await checkRelease(releaseDir, await content.records(commit))
      enter('switching')
      const complete = await folders.complete(releaseDir, { commit, program }, clock())
      await folders.switchTo(complete)
      release = basename(complete)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }

  /** People see the new release already: what fails here is for the log. */
  async function afterwards(commit: string): Promise<void> {
    try {
      await onPublished({ commit })
      await folders.removeOld(keepReleases)
    } catch (error) {
      log.error({ err: error, commit }, 'the site was published, but what follows that did not all happen')
    }
  }

  /** Gives the error when the commit could not be published. */
  async function publish(commit: string): Promise<Error | undefined> {
    const since = clock()
    state = { state: 'building', commit, stage: 'waiting', since, next: null, lastTookMs }
    try {
      await withBuildLock(lockFile, () => buildRelease(commit), { signal: stopping.signal })
    } catch (cause) {
      if (stopping.signal.aborted) return undefined
      const error = cause instanceof Error ? cause : new Error(String(cause))
      const reason = errorCode(cause) === 'ENOSPC' ? 'There is no room left on the disk.' : error.message
      state = { state: 'failed', commit, at: clock(), reason }
      await onFailed({ commit, reason }).catch((err: unknown) =>
        log.error({ err, commit }, 'that a build failed was not written down'),
      )
      return error
    }
    state = { state: 'published', commit, at: clock() }
    lastTookMs = clock() - since
    log.info({ commit }, 'the site was published')
    await afterwards(commit)
    return undefined
  }

  async function publishWanted(): Promise<void> {
    while (wanted !== undefined && !stopping.signal.aborted) {
      const commit = wanted
      wanted = undefined
      const error = await publish(commit)
      if (error) log.error({ err: error, commit }, 'the site could not be published; the one before stays')
    }
    running = undefined
  }

  function request(commit: string): void {
    if (stopping.signal.aborted) return
    wanted = commit
    running ??= publishWanted()
  }

  return {
    request,

    async catchUp() {
      await folders.removeUnfinished()
      const main = await mainOf(repository)
      const current = folders.current()
      release = current?.name
      if (main === current?.commit && program === current.program) {
        state = { state: 'published', commit: main, at: clock() }
      } else {
        running = publish(main).then(publishWanted)
        await running
      }
      return { publication: state, isSomethingPublished: folders.current() !== undefined }
    },

    async settled() {
      while (running) await running
      return state
    },

    state: () => (state.state === 'building' ? { ...state, next: wanted ?? null } : state),
    shownCommit: () => folders.current()?.commit ?? null,
    isRolledBack: () => release !== undefined && folders.current()?.name !== release,

    async stop() {
      stopping.abort()
      await running
    },
  }
}

export interface PublisherOptions {
  readonly repository: ContentRepository
  /** Absolute path of the folder that holds the releases, `var/releases`. */
  readonly releasesDir: string
  readonly build: BuildCommand
  /** Version of the program that builds; see `ReleaseSource`. */
  readonly program: string
  /** Held while a build runs; the same for everything that builds in one checkout. */
  readonly lockFile: string
  /** ms UTC */
  readonly clock: () => number
  readonly log: {
    info(details: object, message: string): void
    error(details: object, message: string): void
  }
  /** Told after the switch, once for each release. */
  readonly onPublished: (published: { commit: string }) => Promise<void>
  /** Told when a commit could not be published, and why. */
  readonly onFailed?: (failed: { commit: string; reason: string }) => Promise<void>
  /** How many releases stay beside the current one (2). */
  readonly keepReleases?: number
}

export interface Publisher {
  /** Asks for a commit to be published. Comes back at once; see `state`. */
  request(commit: string): void
  /**
   * Publishes `main` if people do not see it yet, or see it as an older program built it, and waits for that. Call it
   * once, at the start, and say to whoever starts the program what came of it.
   */
  catchUp(): Promise<{ publication: Publication; isSomethingPublished: boolean }>
  /** Waits until nothing is left to build and gives how the last one went. */
  settled(): Promise<Publication>
  state(): Publication
  /** The commit that people see, also while another is built; null before the first release. */
  shownCommit(): string | null
  /** Whether somebody went back to an earlier release by hand. That holds until the next one is built. */
  isRolledBack(): boolean
  /** Ends a running build and waits until it has cleaned up. */
  stop(): Promise<void>
}
