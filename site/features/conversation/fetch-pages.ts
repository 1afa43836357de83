import type { Refusal } from '#protocol/contract.ts'
import type { Message } from '#protocol/conversation.ts'

/**
 * Asks for page after page of messages until there are no more, and gives them as one reply: the latest one, with all
 * messages. What is pushed meanwhile may come in it a second time; numbers tell. A refusal, or null for no answer, ends it:
 * what came before is asked for again with the next try.
 */
export async function fetchPages<Reply extends Page>(
  lastSeq: number,
  ask: (lastSeq: number) => Promise<Reply | Refusal | null>,
): Promise<Reply | Refusal | null> {
  const messages: Message[] = []
  for (;;) {
    const reply = await ask(messages.at(-1)?.seq ?? lastSeq)
    if (!reply?.ok) return reply
    messages.push(...reply.messages)
    // A page without messages says nothing of where to go on: asking for the same again would never end.
    if (!reply.more || reply.messages.length === 0) return { ...reply, messages }
  }
}

type Page = { ok: true; messages: Message[]; more: boolean }
