import type { Log } from '#platform/log.ts'
import { createRunner, type Runner } from '#platform/runner.ts'

/** How soon what somebody wrote is forgotten once their account is gone, in ms. */
const forgetEveryMs = 60_000

/** Has kept texts forgotten that wait for nobody any more. Stop what it gives before the repository is closed. */
export function planKeptTexts(log: Log, forget: () => Promise<unknown>): Pick<Runner, 'stop'> {
  const runner = createRunner({
    ...{ name: 'kept texts', idleMs: forgetEveryMs, log },
    async work() {
      await forget()
      return false
    },
  })
  runner.start()
  return runner
}
