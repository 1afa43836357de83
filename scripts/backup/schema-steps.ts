import type { Kysely } from 'kysely'
import { z } from 'zod'
import { helpdeskMigrations } from '../../chat-server/storage/helpdesk-migrations.ts'
import { relayMigrations } from '../../chat-server/transport/socket-relay.ts'
import { cmsMigrations } from '../../cms/migrations/cms-migrations.ts'
import type { Database } from '../../platform/database/database.ts'
import type { Migration } from '../../platform/database/migrations.ts'
import { healthMigrations } from '../../platform/health.ts'
import { platformMigrations } from '../../platform/migrations/platform-migrations.ts'
import { OperatorError } from '../../platform/operator-error.ts'

/** The steps that a database has taken, in the order in which it took them. */
export const stepsSchema = z.array(z.object({ owner: z.string(), number: z.number() }))

export type Steps = z.output<typeof stepsSchema>

/** Reads which steps a database has taken. */
export async function readSteps(db: Kysely<unknown>): Promise<Steps> {
  return db
    .$extendTables<{ migration: { owner: string; number: number; applied_at: number } }>()
    .selectFrom('migration')
    .select(['owner', 'number'])
    .orderBy('applied_at')
    .orderBy('owner')
    .orderBy('number')
    .execute()
}

/**
 * What each step does, in the same order.
 * @throws OperatorError when this program does not know one of them
 */
export function migrationsOf(steps: Steps, engine: Database['engine']): Migration[] {
  const known: Readonly<Record<string, readonly Migration[]>> = {
    platform: platformMigrations(engine),
    health: healthMigrations,
    helpdesk: helpdeskMigrations,
    cms: cmsMigrations,
    'socket-relay': relayMigrations,
  }
  return steps.map(({ owner, number }) => {
    const migration = known[owner]?.[number - 1]
    if (migration) return migration
    throw new OperatorError(
      `The database is newer than this program (step ${number} of ${owner}). Use the version of the program that wrote it, or a newer one.`,
    )
  })
}
