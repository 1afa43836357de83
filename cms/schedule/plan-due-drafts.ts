import type { Platform } from '#platform/open-platform.ts'
import { createRunner, type Runner } from '#platform/runner.ts'
import type { DueDrafts } from './due-drafts.ts'

/** How often it is looked whether a draft is due, in ms. */
const lookEveryMs = 30_000

/**
 * Has drafts published when their time comes, and tidied up now and every night: a crash may have left notes of a draft that
 * is gone. Call it before the platform starts, and stop what it gives before the repository is closed.
 */
export async function planDueDrafts(
  { nightly, log }: Pick<Platform, 'nightly' | 'log'>,
  due: DueDrafts,
): Promise<Pick<Runner, 'stop'>> {
  await due.tidy()
  await nightly.add('forget-thrown-away-drafts', () => due.tidy())
  const runner = createRunner({
    ...{ name: 'drafts that are due', idleMs: lookEveryMs, log },
    async work() {
      await due.publishDue()
      return false
    },
  })
  runner.start()
  return runner
}
