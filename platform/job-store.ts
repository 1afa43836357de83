import type { Transaction } from 'kysely'
import type { Clock, NewId } from './clock.ts'
import type { Database, NoTables } from './database/database.ts'

/** How jobs are kept, and how one process at a time gets hold of one. */
export function createJobStore({ database, clock, newId }: JobStoreParts) {
  const tables = database.kysely.$extendTables<JobTables>()

  /** Finishes a claim with `change`, unless another process took the job over meanwhile. */
  function settle(job: Job, change: (trx: Transaction<JobTables>) => Promise<unknown>): Promise<unknown> {
    return database.write(async (plain) => {
      const trx = plain.$extendTables<JobTables>()
      const mine = await trx
        .selectFrom('job')
        .select('id')
        .where('id', '=', job.id)
        .where('claimed_by', '=', job.claimedBy)
        .executeTakeFirst()
      if (mine) await change(trx)
    })
  }

  return {
    async add(
      trx: Transaction<NoTables>,
      job: { kind: string; key?: string; payload?: unknown; dueAt?: number },
    ) {
      const id = newId()
      await trx
        .$extendTables<JobTables>()
        .insertInto('job')
        .values({
          id,
          kind: job.kind,
          key: job.key ?? id,
          payload: JSON.stringify(job.payload ?? null),
          state: 'waiting',
          due_at: job.dueAt ?? clock(),
          claimed_until: 0,
          claimed_by: '',
          failures: 0,
          last_error: null,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    },

    /** the job that has been due longest, marked as running; those of a process that died are taken over */
    async claimNext(kinds: readonly string[]): Promise<Job | undefined> {
      const now = clock()
      if (kinds.length === 0) return undefined
      const due = await tables
        .selectFrom('job')
        .select('id')
        .where('kind', 'in', kinds)
        .where('state', 'in', ['waiting', 'running'])
        .where('due_at', '<=', now)
        .where('claimed_until', '<=', now)
        .orderBy('due_at')
        .orderBy('id')
        .limit(1)
        .executeTakeFirst()
      if (!due) return undefined
      const claimedBy = newId()
      const row = await database.write((trx) =>
        trx
          .$extendTables<JobTables>()
          .updateTable('job')
          .set({ state: 'running', claimed_until: now + claimMs, claimed_by: claimedBy })
          .where('id', '=', due.id)
          .where('state', 'in', ['waiting', 'running'])
          .where('claimed_until', '<=', now)
          .returning(['id', 'kind', 'key', 'payload', 'failures'])
          .executeTakeFirst(),
      )
      if (!row) return undefined
      const payload: unknown = JSON.parse(row.payload)
      return { ...row, payload, claimedBy }
    },

    async renew(job: Job) {
      await settle(job, (trx) =>
        trx
          .updateTable('job')
          .set({ claimed_until: clock() + claimMs })
          .where('id', '=', job.id)
          .execute(),
      )
    },

    async remove(job: Job) {
      await settle(job, (trx) => trx.deleteFrom('job').where('id', '=', job.id).execute())
    },

    /** waits again until `dueAt`, or goes when another job with the same key waits already */
    async postpone(job: Job, dueAt: number, error: string) {
      await settle(job, async (trx) => {
        const other = await trx
          .selectFrom('job')
          .select('id')
          .where('kind', '=', job.kind)
          .where('key', '=', job.key)
          .where('state', '=', 'waiting')
          .executeTakeFirst()
        if (other) return trx.deleteFrom('job').where('id', '=', job.id).execute()
        return trx
          .updateTable('job')
          .set({
            state: 'waiting',
            due_at: dueAt,
            claimed_until: 0,
            failures: job.failures + 1,
            last_error: error,
          })
          .where('id', '=', job.id)
          .execute()
      })
    },

    async giveUp(job: Job, error: string) {
      await settle(job, (trx) =>
        trx
          .updateTable('job')
          .set({ state: 'failed', claimed_until: 0, failures: job.failures + 1, last_error: error })
          .where('id', '=', job.id)
          .execute(),
      )
    },

    async failed() {
      const rows = await tables
        .selectFrom('job')
        .select(['id', 'kind', 'last_error'])
        .where('state', '=', 'failed')
        .orderBy('due_at')
        .execute()
      return rows.map(({ id, kind, last_error }) => ({ id, kind, error: last_error ?? '' }))
    },
  }
}

/** How long a process holds a job without renewing before another takes it over. */
export const claimMs = 60_000

export interface JobStoreParts {
  database: Database
  clock: Clock
  newId: NewId
}

export interface Job {
  id: string
  kind: string
  key: string
  payload: unknown
  failures: number
  /** tells this claim from a later one by another process */
  claimedBy: string
}

type JobTables = {
  job: {
    id: string
    kind: string
    key: string
    payload: string
    state: 'waiting' | 'running' | 'failed'
    due_at: number
    claimed_until: number
    claimed_by: string
    failures: number
    last_error: string | null
  }
}
