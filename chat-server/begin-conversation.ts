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
 * `clientConversationId` (a double click, a reload) it gives the same conversation and stores nothing twice.
 */
export async function beginConversation(
  stores: Stores,
  input: NewConversation & { text?: string },
): Promise<Begun> {
  const capability = newCapability()
  return stores.database.write(async (trx) => {
    const { conversation, isNew } = await stores.writer.start(trx, input)
    await stores.writer.allow(trx, conversation.id, capability)
    if (input.text === undefined) return { conversation, capability, isNew, firstMessage: undefined }
    const firstMessage = await stores.messages.add(trx, conversation.id, {
      author: { kind: 'visitor' },
      clientMessageId: input.clientConversationId,
      text: input.text,
    })
    return { conversation: firstMessage.conversation ?? conversation, capability, isNew, firstMessage }
  })
}
