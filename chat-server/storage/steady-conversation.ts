import type { Transaction } from 'kysely'
import { type DeskPerson, refuseReading } from '../domain/concern.ts'
import { ConversationNotFound, TextRemoved } from '../domain/errors.ts'
import { type StoredConversation, toConversation } from './conversation-rows.ts'
import type { HelpdeskTables } from './tables.ts'

/**
 * A conversation that stays as it is until the transaction ends, for somebody who may read it: meanwhile nobody holds it
 * and nobody removes its text. Throws `ConversationNotFound`, `ConversationHeld`.
 */
export async function readSteady(
  trx: Transaction<unknown>,
  id: string,
  reader: DeskPerson,
): Promise<StoredConversation> {
  const row = await trx
    .$extendTables<HelpdeskTables>()
    .updateTable('conversation')
    .set(({ ref }) => ({ version: ref('version') }))
    .where('id', '=', id)
    .returningAll()
    .executeTakeFirst()
  if (!row) throw new ConversationNotFound()
  const conversation = toConversation(row)
  refuseReading(conversation, reader)
  return conversation
}

/** Throws `TextRemoved`: words added now would never be removed. */
export function refuseWithoutText({ textRemoved }: { textRemoved: boolean }): void {
  if (textRemoved) throw new TextRemoved()
}
