import { createHash } from 'node:crypto'
import type { Transaction } from 'kysely'
import { newCapability } from './storage/capability.ts'
import type { StoredConversation } from './storage/conversation-rows.ts'
import type { NewConversation } from './storage/conversation-writer.ts'
import type { AddedMessage } from './storage/message-writer.ts'
import type { Stores } from './stores.ts'

/** A conversation that was begun, and the new capability that opens it. */
export interface Begun {
  conversation: StoredConversation
  capability: string
  isNew: boolean
  firstMessage: AddedMessage | undefined
}

/**
 * Stores a new conversation, with its first message if `text` is given. Asked again with the same
 * `clientConversationId` (a double click, a reload) it gives the same conversation and stores nothing twice. A text that
 * was changed in between is a second message. `also` is done in the same transaction.
 */
export async function beginConversation(
  stores: Stores,
  input: NewConversation & { text?: string },
  also: (
    trx: Transaction<unknown>,
    begun: Pick<Begun, 'conversation' | 'isNew'>,
  ) => Promise<void> = async () => {},
): Promise<Begun> {
  const capability = newCapability()
  return stores.database.write(async (trx) => {
    const { conversation, isNew } = await stores.writer.start(trx, input)
    await stores.capabilities.allow(trx, conversation.id, capability)
    await also(trx, { conversation, isNew })
    if (input.text === undefined) return { conversation, capability, isNew, firstMessage: undefined }
    const firstMessage = await stores.messages.add(trx, conversation.id, {
      author: { kind: 'visitor' },
      clientMessageId: firstMessageId(input.clientConversationId, input.text),
      text: input.text,
    })
    const { lastSeq } = firstMessage.conversation ?? conversation
    return { conversation: { ...conversation, lastSeq }, capability, isNew, firstMessage }
  })
}

/**
 * The id of a conversation's first message: the same for the same text, as a UUID. Navigators see the ids of messages, and
 * whoever knows `clientConversationId` gets the visitor's right, so the one must not tell the other.
 */
export function firstMessageId(clientConversationId: string, text: string): string {
  const digest = createHash('sha256').update(`${clientConversationId}\n${text}`).digest('hex')
  const parts = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `8${digest.slice(17, 20)}`,
  ]
  return [...parts, digest.slice(20, 32)].join('-')
}
