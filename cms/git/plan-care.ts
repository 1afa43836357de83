import { errorFacts } from '#platform/error-facts.ts'
import { nextMondayMorning } from '#platform/nightly.ts'
import type { Platform } from '#platform/open-platform.ts'
import { createOneByOne } from '../one-by-one.ts'
import { createRepositoryCheck } from './check-repository.ts'
import type { ContentRepository } from './content-repository.ts'
import { tidyRepository } from './tidy-repository.ts'

/**
 * Has the content repository packed every night and looked through on Mondays; one that was found damaged also now, since
 * somebody may have mended it. Call it before the platform starts.
 */
export async function planCare({
  platform,
  repository,
}: {
  platform: Pick<Platform, 'nightly' | 'database' | 'audit' | 'mail' | 'accounts' | 'log'>
  repository: ContentRepository
}): Promise<RepositoryCare> {
  const stopping = new AbortController()
  const oneByOne = createOneByOne()
  const running = new Set<Promise<unknown>>()
  const { check, isDamaged } = createRepositoryCheck({ ...platform, repository })

  /** Whatever is under way is ended, and waited for, before the repository is closed. */
  function untilStop<Result>(work: (signal: AbortSignal) => Promise<Result>): Promise<Result> {
    const done = oneByOne(() => work(stopping.signal)).finally(() => running.delete(done))
    running.add(done)
    return done
  }

  const { nightly, log } = platform
  await nightly.add('tidy-content', () => untilStop((signal) => tidyRepository(repository, signal)))
  await nightly.add('check-content', () => untilStop(check), nextMondayMorning)
  if (await isDamaged())
    untilStop(check).catch((error: unknown) =>
      log.error({ failure: errorFacts(error) }, 'the content repository could not be looked through'),
    )
  return {
    isDamaged,
    async stop() {
      stopping.abort()
      await Promise.allSettled(running)
    },
  }
}

export interface RepositoryCare {
  /** Whether something of the repository was missing when it was last looked through. */
  isDamaged(): Promise<boolean>
  /** Ends what is under way. */
  stop(): Promise<void>
}
