import type { Transaction } from 'kysely'
import { conversationTags } from '#records/conversation-tags.ts'
import type { StoredConversation } from './conversation-rows.ts'
import type { HelpdeskTables } from './tables.ts'

/**
 * Stores what a conversation is about, in the order of the taxonomy; `conversation` must be steady. Gives the tags as they
 * are then. One that the taxonomy has no more stays until somebody removes it.
 */
export async function storeTags(
  trx: Transaction<unknown>,
  { id, tags }: Pick<StoredConversation, 'id' | 'tags'>,
  change: { add: string } | { remove: string },
): Promise<string[]> {
  const changed = 'add' in change ? [...tags, change.add] : tags.filter((tag) => tag !== change.remove)
  const order = conversationTags.map((tag) => tag.id)
  const next = [...new Set(changed)].toSorted((one, other) => order.indexOf(one) - order.indexOf(other))
  await trx
    .$extendTables<HelpdeskTables>()
    .updateTable('conversation')
    .set({ tags: JSON.stringify(next) })
    .where('id', '=', id)
    .execute()
  return next
}
