import type { Audit, Deed } from './audit.ts'
import type { Clock } from './clock.ts'
import type { Database } from './database/database.ts'
import type { Jobs } from './jobs.ts'

/**
 * What an installation does every night. Of several processes one does it, a failure is tried again, a night that the
 * machine slept through is made up for at the next start, and the audit keeps what each task reported, or that it failed.
 */
export function createNightly({ database, jobs, audit, clock }: NightlyParts): Nightly {
  return {
    async add(task, work, nextTime = nextNight) {
      const kind = `nightly ${task}`

      function planNext(): Promise<void> {
        const dueAt = nextTime(clock())
        return database.write((trx) => jobs.add(trx, { kind, key: String(dueAt), dueAt }))
      }

      jobs.handle(kind, async () => {
        // Before the work, so that a night that fails for good does not end all others.
        await planNext()
        const deed = { actor: 'system', subject: `task:${task}` }
        try {
          const detail = await work()
          await database.write((trx) => audit.record(trx, { ...deed, action: 'nightly-task', detail }))
        } catch (error) {
          const detail = { failure: error instanceof Error ? error.name : typeof error }
          await database.write((trx) => audit.record(trx, { ...deed, action: 'nightly-task-failed', detail }))
          throw error
        }
      })
      await planNext()
    },
  }
}

/** The next 2am UTC after `now` (both ms UTC): night in England, in winter and in summer. */
export function nextNight(now: number): number {
  const hourOfNight = 2 * 60 * 60_000
  const day = 24 * 60 * 60_000
  return (Math.floor((now - hourOfNight) / day) + 1) * day + hourOfNight
}

/** The next Monday, 6am UTC, after `now` (both ms UTC): before people in England start to work. */
export function nextMondayMorning(now: number): number {
  const day = 24 * 60 * 60_000
  // The first Monday of all was the fifth day, 5 January 1970.
  const firstMonday = 4 * day + 6 * 60 * 60_000
  return (Math.floor((now - firstMonday) / (7 * day)) + 1) * 7 * day + firstMonday
}

export interface Nightly {
  /**
   * Has `work` done every night under this name, from the next night on, or whenever `nextTime` says. It may run again
   * after a crash. What it resolves with is its report: counts, never anything about a person. Call it before `jobs.start`.
   */
  add(
    task: string,
    work: () => Promise<NonNullable<Deed['detail']>>,
    nextTime?: (now: number) => number,
  ): Promise<void>
}

export interface NightlyParts {
  database: Database
  jobs: Pick<Jobs, 'add' | 'handle'>
  audit: Pick<Audit, 'record'>
  clock: Clock
}
