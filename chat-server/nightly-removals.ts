import { z } from 'zod'
import type { Audit } from '#platform/audit.ts'

/** What became of one night's removal of old text. `at` is ms UTC. */
export type NightlyRemoval =
  | { readonly at: number; readonly failed: true }
  | {
      readonly at: number
      readonly failed: false
      readonly conversations: number
      readonly held: number
      /** `YYYY-MM-DD`, empty when no text is kept */
      readonly oldest: string
    }

/** How it goes with the removal of old text. */
export interface RemovalNews {
  /** the newest first */
  readonly nights: readonly NightlyRemoval[]
  /** nothing was removed for longer than a night and a bit, though the helpdesk was there */
  readonly isLate: boolean
}

/** A night may begin late and be tried again: this long after the last success somebody should look. */
const longestPauseMs = 30 * 3_600_000

/** How many nights are shown. */
const nightsShown = 14

/**
 * Reads from the audit what the last nights did.
 *
 * @param oldestStart when the oldest conversation began whose text is kept, ms UTC; null when none is
 */
export async function readRemovals(
  audit: Pick<Audit, 'list'>,
  now: number,
  oldestStart: number | null,
): Promise<RemovalNews> {
  const actions = ['nightly-task', 'nightly-task-failed']
  const entries = await audit.list({ actor: 'system', actions, from: now - 31 * 86_400_000, limit: 1000 })
  const nights = entries
    .filter(({ subject }) => subject === 'task:remove-old-text')
    .map(({ at, action, detail }) => toNight(at, action, detail))
  const lastDone = nights.find(({ failed }) => !failed)
  const since = lastDone?.at ?? oldestStart
  const isLate = since !== null && now - since > longestPauseMs
  return { nights: nights.slice(0, nightsShown), isLate }
}

function toNight(at: number, action: string, detail: unknown): NightlyRemoval {
  if (action === 'nightly-task-failed') return { at, failed: true }
  return { at, failed: false, ...detailSchema.parse(detail) }
}

/** Nights from before more was reported have the number alone. */
const detailSchema = z.object({
  conversations: z.number(),
  held: z.number().default(0),
  oldest: z.string().default(''),
})
