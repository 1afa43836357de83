import { removeOldText } from './storage/retention.ts'
import type { Stores } from './stores.ts'

/**
 * Removes the names, addresses and text of every conversation that has been kept for as long as the area says.
 *
 * @returns how many conversations that were, for the nightly report
 */
export async function removeTextAfterRetention(
  { database, clock, links }: Pick<Stores, 'database' | 'clock' | 'links'>,
  retentionDays: number,
): Promise<{ conversations: number }> {
  const now = clock()
  await database.write((trx) => links.removeEnded(trx))
  const before = now - retentionDays * 86_400_000
  let conversations = 0
  for (;;) {
    // A transaction each, so that a long night's removal never holds up a message.
    const removed = await database.write((trx) => removeOldText(trx, before, now))
    if (removed === 0) return { conversations }
    conversations += removed
  }
}
