import { isOpenToVisitors } from '#protocol/conversation.ts'
import { handBack } from './domain/conversation.ts'
import { sayColleagueAnswers } from './domain/reply-notices.ts'
import type { StoredConversation } from './storage/conversation-rows.ts'
import type { Stores } from './stores.ts'
import type { Announcer } from './transport/announcer.ts'

interface Parts {
  stores: Pick<Stores, 'database' | 'reader' | 'writer' | 'messages' | 'followUps' | 'navigators' | 'clock'>
  announcer: Pick<Announcer, 'conversation' | 'message'>
  /** what somebody of staff is called; undefined when they have left */
  nameOf: (accountId: string) => Promise<string | undefined>
}

/**
 * Parts with whoever no longer works here: what they had goes back to everybody, their follow-ups go, since nobody could
 * see or end them any more, and so does their name.
 *
 * @returns how many there were of each
 */
export async function partWithLeavers(
  parts: Parts,
): Promise<{ followUps: number; handedBack: number; navigators: number }> {
  const { database, reader, followUps, navigators } = parts.stores
  const hasLeft = rememberLeavers(parts.nameOf)
  let [removed, handedBack, gone] = [0, 0, 0]
  for (const accountId of await followUps.owners())
    if (await hasLeft(accountId))
      removed += await database.write((trx) => followUps.removeAllOf(trx, accountId))
  for (const conversation of await reader.withNavigators()) {
    if (conversation.navigatorId === null || !(await hasLeft(conversation.navigatorId))) continue
    if (await giveBack(parts, conversation, conversation.navigatorId)) handedBack += 1
  }
  for (const { accountId } of await navigators.all()) {
    if (!(await hasLeft(accountId))) continue
    await database.write((trx) => navigators.remove(trx, accountId))
    gone += 1
  }
  return { followUps: removed, handedBack, navigators: gone }
}

/** Puts it into the queue, unless somebody else has it by now. A family that was promised an answer is told. */
async function giveBack(
  { stores, announcer }: Parts,
  { id, navigatorName, promisedOn }: StoredConversation,
  leaver: string,
): Promise<boolean> {
  const { changed, notice } = await stores.database.write(async (trx) => {
    const result = await stores.writer.change(trx, id, (standing) =>
      standing.state === 'with-navigator' && standing.navigatorId === leaver
        ? handBack(standing, leaver, stores.clock())
        : standing,
    )
    const isTold = result.changed && promisedOn !== null && isOpenToVisitors(result.before)
    const told = sayColleagueAnswers(navigatorName ?? 'Your navigator')
    return { ...result, notice: isTold ? await stores.messages.addNotice(trx, id, told) : undefined }
  })
  if (notice) announcer.message(notice)
  if (changed) await announcer.conversation(id)
  return changed
}

/** Asks once for each account. */
function rememberLeavers(nameOf: Parts['nameOf']): (accountId: string) => Promise<boolean> {
  const known = new Map<string, boolean>()
  return async (accountId) => {
    const left = known.get(accountId) ?? (await nameOf(accountId)) === undefined
    known.set(accountId, left)
    return left
  }
}
