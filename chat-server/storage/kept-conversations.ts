import { setImmediate } from 'node:timers/promises'
import type { Kysely } from 'kysely'
import { type StoredConversation, toConversation } from './conversation-rows.ts'
import type { HelpdeskTables } from './tables.ts'

/** By what somebody’s conversations are looked for: what they give us themselves. */
export type PersonClue =
  | { readonly by: 'reference'; readonly reference: string }
  | { readonly by: 'email'; readonly email: string }
  | { readonly by: 'telephone'; readonly telephone: string }

/** The conversation of a reference number, such as `LO-7KQ4-2M9X`, in any case. */
export async function findByReference(
  db: Kysely<unknown>,
  reference: string,
): Promise<StoredConversation | undefined> {
  const [found] = await findConversationsOf(db, { by: 'reference', reference })
  return found
}

/** All conversations that hold this reference, email address or telephone number, the oldest first. */
export async function findConversationsOf(
  db: Kysely<unknown>,
  clue: PersonClue,
): Promise<StoredConversation[]> {
  const all = db.$extendTables<HelpdeskTables>().selectFrom('conversation').selectAll()
  if (clue.by === 'telephone') return await withTelephone(db, digitsOf(clue.telephone))
  const found =
    clue.by === 'reference'
      ? all.where('reference', '=', clue.reference.trim().toUpperCase())
      : all.where(({ eb, fn }) => eb(fn<string>('lower', ['email']), '=', clue.email.trim().toLowerCase()))
  const rows = await found.orderBy('started_at').execute()
  return rows.map(toConversation)
}

/** Those with these ids, the oldest first. */
export async function findById(db: Kysely<unknown>, ids: readonly string[]): Promise<StoredConversation[]> {
  if (ids.length === 0) return []
  const rows = await db
    .$extendTables<HelpdeskTables>()
    .selectFrom('conversation')
    .selectAll()
    .where('id', 'in', ids)
    .orderBy('started_at')
    .execute()
  return rows.map(toConversation)
}

/** People write numbers in many ways, so all are read, page by page; only conversations that are kept have one. */
async function withTelephone(db: Kysely<unknown>, digits: string): Promise<StoredConversation[]> {
  const ids: string[] = []
  for (let last = ''; digits !== ''; ) {
    const rows = await db
      .$extendTables<HelpdeskTables>()
      .selectFrom('conversation')
      .select(['id', 'telephone'])
      .where('telephone', 'is not', null)
      .where('id', '>', last)
      .orderBy('id')
      .limit(500)
      .execute()
    ids.push(...rows.filter((row) => digitsOf(row.telephone ?? '') === digits).map(({ id }) => id))
    last = rows.at(-1)?.id ?? ''
    if (last === '') break
    await setImmediate()
  }
  return findById(db, ids)
}

/** The digits of a telephone number as it is dialled in this country. */
function digitsOf(telephone: string): string {
  return telephone
    .replace(/[^\d+]/g, '')
    .replace(/^(\+|00)44/, '0')
    .replace(/\D/g, '')
}
