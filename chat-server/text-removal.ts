import { londonDate } from '#records/london-date.ts'
import { readStillKept, removeOldGapWords, removeOldText } from './storage/retention.ts'
import type { Stores } from './stores.ts'

/** What a night's removal did and left, for the audit and for leads. */
export interface RemovalReport {
  /** how many conversations lost their names, addresses and text */
  readonly conversations: number
  /** how many are over their time and stay because a concern holds them */
  readonly held: number
  /** the day on which the oldest conversation began whose text is kept, `YYYY-MM-DD`; empty when none is */
  readonly oldest: string
}

/**
 * Removes the names, addresses and text of every conversation that has been kept for as long as the area says.
 *
 * @param tell is told which those were, so that nobody goes on seeing them
 */
export async function removeTextAfterRetention(
  { database, clock, links }: Pick<Stores, 'database' | 'clock' | 'links'>,
  retentionDays: number,
  tell: (ids: readonly string[]) => Promise<unknown> = async () => undefined,
): Promise<RemovalReport & Record<string, string | number>> {
  const now = clock()
  await database.write((trx) => links.removeEnded(trx))
  const before = now - retentionDays * 86_400_000
  await database.write((trx) => removeOldGapWords(trx, before))
  let conversations = 0
  for (;;) {
    // A transaction each, so that a long night's removal never holds up a message.
    const removed = await database.write((trx) => removeOldText(trx, before, now))
    if (removed.length === 0) break
    conversations += removed.length
    await tell(removed)
  }
  const { held, oldestStart } = await readStillKept(database.kysely, before)
  return { conversations, held, oldest: oldestStart === null ? '' : londonDate(oldestStart) }
}
