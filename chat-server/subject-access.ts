import type { Audit } from '#platform/audit.ts'
import { type ConversationRecord, readRecord } from './conversation-record.ts'
import { ConversationHeld, ConversationNotFound } from './domain/errors.ts'
import { recordsAsText } from './record-files.ts'
import type { StoredConversation } from './storage/conversation-rows.ts'
import { findByReference } from './storage/kept-conversations.ts'
import { removeTextOf } from './storage/retention.ts'
import type { Stores } from './stores.ts'

type Parts = {
  stores: Pick<Stores, 'database' | 'reader' | 'ratings' | 'clock'>
  audit: Pick<Audit, 'record'>
  /** the address that families see, for links */
  publicUrl: string
}

/** Why text is removed before its time. */
export const erasureReasons = {
  asked: 'The person asked us to',
  'asked-for': 'Somebody who may act for them asked us to',
  'not-needed': 'We do not need it any more',
  mistake: 'It should not have been stored',
} as const

export type ErasureReason = keyof typeof erasureReasons

/**
 * All that is kept of a conversation, as text, for the person whose it is. In the audit.
 * Throws `ConversationNotFound`, and `ConversationHeld` while a concern holds it: then a lead decides first.
 */
export async function exportConversation(parts: Parts, reference: string): Promise<string> {
  const records = await exportRecords(parts, [await findFree(parts.stores, reference)], 'system')
  return recordsAsText(records, parts.stores.clock())
}

/** All that is kept of these conversations. Each is in the audit under `actor`. Throws `ConversationHeld`. */
export async function exportRecords(
  { stores, audit, publicUrl }: Parts,
  conversations: readonly StoredConversation[],
  actor: string,
): Promise<ConversationRecord[]> {
  const records: ConversationRecord[] = []
  for (const conversation of conversations) {
    if (conversation.held) throw new ConversationHeld()
    records.push(await readRecord(stores, conversation, publicUrl))
    await stores.database.write((trx) =>
      audit.record(trx, { actor, action: 'conversation-export', subject: `conversation:${conversation.id}` }),
    )
  }
  return records
}

/**
 * Removes names, addresses and text of a conversation now, as the night does when their time is over. In the audit.
 * Throws `ConversationNotFound`, and `ConversationHeld` while a concern holds it.
 */
export async function eraseConversation(parts: Parts, reference: string): Promise<void> {
  const { id } = await findFree(parts.stores, reference)
  if (!(await eraseText(parts, id, 'system', 'asked'))) throw new ConversationHeld()
}

/** The same, by id. False when a concern holds it: then nothing is removed. */
export async function eraseText(
  { stores, audit }: Pick<Parts, 'stores' | 'audit'>,
  id: string,
  actor: string,
  reason: ErasureReason,
): Promise<boolean> {
  return await stores.database.write(async (trx) => {
    const removed = await removeTextOf(trx, [id], stores.clock())
    if (removed.length === 0) return false
    await audit.record(trx, {
      ...{ actor, action: 'conversation-erase', subject: `conversation:${id}`, detail: { reason } },
    })
    return true
  })
}

async function findFree({ database }: Parts['stores'], reference: string): Promise<StoredConversation> {
  const conversation = await findByReference(database.kysely, reference)
  if (!conversation) throw new ConversationNotFound()
  if (conversation.held) throw new ConversationHeld()
  return conversation
}
