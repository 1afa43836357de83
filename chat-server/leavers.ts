import type { Stores } from './stores.ts'

/**
 * Removes the follow-ups of whoever no longer works here: nobody could see or end them any more.
 *
 * @param nameOf what somebody of staff is called; undefined when they have left
 */
export async function removeFollowUpsOfLeavers(
  { database, followUps }: Pick<Stores, 'database' | 'followUps'>,
  nameOf: (accountId: string) => Promise<string | undefined>,
): Promise<{ followUps: number }> {
  let removed = 0
  for (const accountId of await followUps.owners()) {
    if ((await nameOf(accountId)) === undefined)
      removed += await database.write((trx) => followUps.removeAllOf(trx, accountId))
  }
  return { followUps: removed }
}
