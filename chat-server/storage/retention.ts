import { type Kysely, sql, type Transaction } from 'kysely'
import { forgetWords } from './search-index.ts'
import type { HelpdeskTables } from './tables.ts'

/**
 * Removes names, addresses and text of conversations in which nothing happened since `before` (ms UTC) and that no
 * concern holds. Times, states and counts stay, without identity; the cookies and links that opened them open nothing
 * any more.
 *
 * @returns the ids of those conversations
 */
export async function removeOldText(
  trx: Transaction<unknown>,
  before: number,
  now: number,
): Promise<string[]> {
  const tables = trx.$extendTables<HelpdeskTables>()
  const old = await tables
    .selectFrom('conversation')
    .select('id')
    .where('text_removed_at', 'is', null)
    .where('held', '=', 0)
    .where('started_at', '<', before)
    .where(({ or, eb }) => or([eb('ended_at', 'is', null), eb('ended_at', '<', before)]))
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('message')
            .select('message.seq')
            .whereRef('message.conversation_id', '=', 'conversation.id')
            .where('message.sent_at', '>=', before),
        ),
      ),
    )
    .limit(200)
    .execute()
  return removeTextOf(
    trx,
    old.map((row) => row.id),
    now,
  )
}

/** Removes what was looked for in gaps that belong to no conversation and were noted before `before` (ms UTC). */
export async function removeOldGapWords(trx: Transaction<unknown>, before: number): Promise<void> {
  await trx
    .$extendTables<HelpdeskTables>()
    .updateTable('gap')
    .set({ words: null })
    .where('conversation_id', 'is', null)
    .where('words', 'is not', null)
    .where('noted_at', '<', before)
    .execute()
}

/** What is left: how many began before `before` and are held, and when the oldest began whose text is kept (ms UTC). */
export async function readStillKept(
  db: Kysely<unknown>,
  before: number,
): Promise<{ held: number; oldestStart: number | null }> {
  const kept = db
    .$extendTables<HelpdeskTables>()
    .selectFrom('conversation')
    .where('text_removed_at', 'is', null)
  const { held } = await kept
    .select(({ fn }) => fn.countAll<number | string>().as('held'))
    .where('held', '=', 1)
    .where('started_at', '<', before)
    .executeTakeFirstOrThrow()
  const oldest = await kept.select('started_at').orderBy('started_at').limit(1).executeTakeFirst()
  return { held: Number(held), oldestStart: oldest?.started_at ?? null }
}

/**
 * Removes the same of these conversations now, of those among them that no concern holds. One that goes on ends, so that
 * nothing more is written that would never be removed.
 *
 * @returns the ids of those conversations
 */
export async function removeTextOf(
  trx: Transaction<unknown>,
  wanted: readonly string[],
  now: number,
): Promise<string[]> {
  if (wanted.length === 0) return []
  const tables = trx.$extendTables<HelpdeskTables>()
  await noteWhatFollowed(trx, wanted)
  const ids = await forgetIdentity(trx, wanted, now)
  if (ids.length === 0) return []
  await tables
    .updateTable('message')
    .set({ text: '', author_name: null, card: null })
    .where('conversation_id', 'in', ids)
    .execute()
  await tables.deleteFrom('capability').where('conversation_id', 'in', ids).execute()
  await tables.deleteFrom('parting_ticket').where('conversation_id', 'in', ids).execute()
  await tables.deleteFrom('private_link').where('conversation_id', 'in', ids).execute()
  await forgetWords(trx, ids)
  await tables.deleteFrom('internal_note').where('conversation_id', 'in', ids).execute()
  await tables.deleteFrom('follow_up').where('conversation_id', 'in', ids).execute()
  await tables.updateTable('conversation').set({ earlier_id: null }).where('earlier_id', 'in', ids).execute()
  await tables.updateTable('mark').set({ words: null }).where('conversation_id', 'in', ids).execute()
  await tables.updateTable('gap').set({ words: null }).where('conversation_id', 'in', ids).execute()
  return ids
}

/** What told that one contact was not enough goes with the text; that it was so stays, for reports. */
async function noteWhatFollowed(trx: Transaction<unknown>, ids: readonly string[]): Promise<void> {
  await trx
    .$extendTables<HelpdeskTables>()
    .updateTable('conversation')
    .set({ went_on: 1 })
    .where(({ or, eb, selectFrom }) =>
      or([
        eb(
          'id',
          'in',
          selectFrom('follow_up').select('follow_up.conversation_id').where('conversation_id', 'in', ids),
        ),
        eb(
          'id',
          'in',
          selectFrom('conversation as later').select('later.earlier_id').where('later.id', 'in', ids),
        ),
        eb(
          'id',
          'in',
          selectFrom('conversation as later').select('later.earlier_id').where('later.earlier_id', 'in', ids),
        ),
      ]),
    )
    .execute()
}

/** Asks again whether they are held: a concern that is raised at this moment must win. Gives those that were not. */
async function forgetIdentity(
  trx: Transaction<unknown>,
  ids: readonly string[],
  now: number,
): Promise<string[]> {
  const forgotten = await trx
    .$extendTables<HelpdeskTables>()
    .updateTable('conversation')
    .set(({ fn, ref, val }) => ({
      state: 'ended',
      ended_at: fn.coalesce(ref('ended_at'), val(now)),
      waiting_since: null,
      offered_to: null,
      offered_at: null,
      visitor_name: null,
      about: null,
      page_from: null,
      uses: '[]',
      email: null,
      telephone: null,
      call_back_when: null,
      post_to: null,
      colleagues: '[]',
      earlier_id: null,
      promised_on: null,
      block_reason: null,
      text_removed_at: now,
      version: sql<number>`version + 1`,
    }))
    .where('id', 'in', ids)
    .where('held', '=', 0)
    .returning('id')
    .execute()
  return forgotten.map(({ id }) => id)
}
