import type { Log } from './log.ts'

/**
 * Repeats `work` in the background, one run at a time: at once again while there is more to do, otherwise after
 * `idleMs`. A run that throws is logged and counts as idle.
 */
export function createRunner(options: RunnerOptions): Runner {
  let running: Promise<void> | undefined
  let stopping = false
  let interrupt: () => void = () => {}

  async function loop(): Promise<void> {
    while (!stopping) {
      const more = await runOnce(options)
      if (!more && !stopping) await pause()
    }
  }

  function pause(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    const timer = setTimeout(resolve, options.idleMs)
    interrupt = resolve
    return promise.finally(() => clearTimeout(timer))
  }

  return {
    start() {
      if (running) return
      stopping = false
      running = loop()
    },
    async stop() {
      stopping = true
      interrupt()
      await running
      running = undefined
    },
  }
}

/** How long to wait before the next try: 1 s after the first failure, doubling up to an hour. In milliseconds. */
export function retryDelayMs(failures: number): number {
  return Math.min(1000 * 2 ** Math.max(0, failures - 1), 3_600_000)
}

export interface RunnerOptions {
  /** for the log */
  name: string
  /** how long to wait when there was nothing to do */
  idleMs: number
  /** does what is due next; true when there may be more */
  work: () => Promise<boolean>
  log: Log
}

export interface Runner {
  start(): void
  /** resolves when the run that is under way has ended */
  stop(): Promise<void>
}

async function runOnce({ name, work, log }: RunnerOptions): Promise<boolean> {
  try {
    return await work()
  } catch (error) {
    log.error({ err: error, runner: name }, 'a background run failed')
    return false
  }
}
