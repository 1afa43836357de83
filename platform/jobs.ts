import type { Transaction } from 'kysely'
import type { NoTables } from './database/database.ts'
import { claimMs, createJobStore, type Job, type JobStoreParts } from './job-store.ts'
import type { Log } from './log.ts'
import { createRunner, type Runner, retryDelayMs } from './runner.ts'

/**
 * Work that outlives a crash: a job is added inside a transaction and done by one process, one job at a time, in the
 * order in which jobs fall due. A job that fails is tried again later and later, up to `mostFailures` times.
 */
export function createJobs(parts: JobStoreParts & { log: Log }): Jobs {
  const { clock, log } = parts
  const store = createJobStore(parts)
  const handlers = new Map<string, JobHandler>()

  async function doNext(): Promise<boolean> {
    const job = await store.claimNext([...handlers.keys()])
    const handler = job && handlers.get(job.kind)
    if (!job || !handler) return false
    // Work may take longer than the claim lasts, so it is renewed; a process that died renews nothing.
    const renewal = setInterval(
      () => void store.renew(job).catch((error: unknown) => log.warn({ err: error })),
      claimMs / 3,
    )
    try {
      await handler(job.payload, { id: job.id, failures: job.failures })
    } catch (error) {
      await fail(job, error)
      return true
    } finally {
      clearInterval(renewal)
    }
    await store.remove(job)
    return true
  }

  async function fail(job: Job, error: unknown): Promise<void> {
    const failures = job.failures + 1
    const message = error instanceof Error ? error.message : String(error)
    if (failures >= mostFailures) {
      log.error({ err: error, job: job.id, kind: job.kind }, 'a job failed too often and was given up')
      await store.giveUp(job, message)
      return
    }
    log.warn({ err: error, job: job.id, kind: job.kind, failures }, 'a job failed; trying again')
    await store.postpone(job, clock() + retryDelayMs(failures), message)
  }

  const runner = createRunner({ name: 'jobs', idleMs: 500, work: doNext, log })
  return {
    add: store.add,
    handle(kind, handler) {
      handlers.set(kind, handler)
    },
    async runDue() {
      while (await doNext());
    },
    failed: store.failed,
    start: runner.start,
    stop: runner.stop,
  }
}

/** A job that failed this often is kept for a person to look at, and not tried again. */
export const mostFailures = 8

/** Does one job. It may be called again for the same job after a crash. Parse the payload before using it. */
export type JobHandler = (payload: unknown, job: { id: string; failures: number }) => Promise<void>

export interface Jobs extends Pick<Runner, 'start' | 'stop'> {
  /**
   * Adds a job inside the transaction that makes it necessary. With a `key`, asking again before the job has
   * started changes nothing; asking while it runs gives one more job.
   */
  add(trx: Transaction<NoTables>, job: NewJob): Promise<void>
  /** Says who does the jobs of a kind; call it before `start`. */
  handle(kind: string, handler: JobHandler): void
  /** Does all that is due now, without waiting for the runner. */
  runDue(): Promise<void>
  /** Jobs that were given up, oldest first. */
  failed(): Promise<{ id: string; kind: string; error: string }[]>
}

export interface NewJob {
  kind: string
  key?: string
  /** anything that JSON can hold */
  payload?: unknown
  /** not before this time, in milliseconds UTC */
  dueAt?: number
}
