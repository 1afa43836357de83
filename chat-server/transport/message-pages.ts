import type { Message } from '#protocol/conversation.ts'
import type { ConversationReader } from '../storage/conversation-reader.ts'
import type { StoredConversation } from '../storage/conversation-rows.ts'

/** The page of messages that follows `lastSeq`, and whether there were more when `conversation` was read. */
export async function readPage(
  reader: Pick<ConversationReader, 'messagesAfter'>,
  conversation: Pick<StoredConversation, 'id' | 'lastSeq'>,
  lastSeq: number,
): Promise<{ messages: Message[]; more: boolean }> {
  const messages = await reader.messagesAfter(conversation.id, lastSeq)
  const reached = messages.at(-1)?.seq
  return { messages, more: reached !== undefined && reached < conversation.lastSeq }
}
