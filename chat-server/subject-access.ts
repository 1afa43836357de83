import type { Audit } from '#platform/audit.ts'
import { copyOfConversation } from './conversation-copy.ts'
import { ConversationHeld, ConversationNotFound } from './domain/errors.ts'
import type { StoredConversation } from './storage/conversation-rows.ts'
import { findByReference } from './storage/kept-conversations.ts'
import { removeTextOf } from './storage/retention.ts'
import type { Stores } from './stores.ts'

type Parts = {
  stores: Pick<Stores, 'database' | 'reader' | 'clock'>
  audit: Pick<Audit, 'record'>
  /** the address that families see, for links */
  publicUrl: string
}

/**
 * All that is kept of a conversation, as text, for the person whose it is. In the audit.
 * Throws `ConversationNotFound`, and `ConversationHeld` while a concern holds it: then a lead decides first.
 */
export async function exportConversation(
  { stores, audit, publicUrl }: Parts,
  reference: string,
): Promise<string> {
  const conversation = await findFree(stores, reference)
  const messages = await stores.reader.allMessages(conversation.id)
  await stores.database.write((trx) =>
    audit.record(trx, {
      actor: 'system',
      action: 'conversation-export',
      subject: `conversation:${conversation.id}`,
    }),
  )
  const { visitorName, about, uses, email, telephone, callBackWhen, postTo, pageFrom } = conversation
  const said = {
    Name: visitorName,
    About: about,
    'Helps them to talk': uses.join(', ') || null,
    Email: email,
  }
  const facts = Object.entries({
    ...said,
    Telephone: telephone,
    'When to ring': callBackWhen,
    'Post to': postTo,
    'Came from': pageFrom,
  })
  const known = facts.flatMap(([name, value]) => (value === null ? [] : [`${name}: ${value}`]))
  const copy = copyOfConversation(conversation.reference, messages, stores.clock(), publicUrl)
  return `${[...known, '', copy].join('\n')}`
}

/**
 * Removes names, addresses and text of a conversation now, as the night does when their time is over. In the audit.
 * Throws `ConversationNotFound`, and `ConversationHeld` while a concern holds it.
 */
export async function eraseConversation({ stores, audit }: Parts, reference: string): Promise<void> {
  const { id } = await findFree(stores, reference)
  await stores.database.write(async (trx) => {
    const removed = await removeTextOf(trx, [id], stores.clock())
    if (removed === 0) throw new ConversationHeld()
    await audit.record(trx, { actor: 'system', action: 'conversation-erase', subject: `conversation:${id}` })
  })
}

async function findFree({ database }: Parts['stores'], reference: string): Promise<StoredConversation> {
  const conversation = await findByReference(database.kysely, reference)
  if (!conversation) throw new ConversationNotFound()
  if (conversation.held) throw new ConversationHeld()
  return conversation
}
