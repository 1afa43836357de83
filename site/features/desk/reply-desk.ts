import type { Refusal } from '#protocol/contract.ts'
import type { DeskConversation } from '#protocol/desk.ts'
import { type DeskReplyPayload, replyRequests } from '#protocol/desk-replies.ts'
import { type SavedReplyAnswer, savedReplyRequests } from '#protocol/saved-replies.ts'
import type { Wire } from '../conversation/wire.ts'

const unreachable = 'We could not reach the helpdesk, so this was not done. Try again in a moment.'

export type ReplyDesk = ReturnType<typeof createReplyDesk>

/**
 * Saved replies, answers that come later, and blocks, on one page of the desk. Each step gives null when it is stored, or a
 * sentence that says why it is not.
 *
 * @param options.hear takes the conversation as it is then
 */
export function createReplyDesk({ ask, hear }: { ask: Wire['ask']; hear: (now: DeskConversation) => void }) {
  const done = (reply: { ok: true; conversation: DeskConversation } | Refusal | null): string | null => {
    if (reply?.ok) hear(reply.conversation)
    return reply?.ok ? null : (reply?.message ?? unreachable)
  }
  return {
    /** The replies that can be put in now, or a sentence that says why there are none. */
    list: async (): Promise<SavedReplyAnswer | string> => {
      const reply = await ask('reply:list', {}, savedReplyRequests['reply:list'].reply)
      return reply?.ok ? reply : (reply?.message ?? unreachable)
    },
    answerLater: async (payload: DeskReplyPayload<'conversation:answer-later'>) =>
      done(await ask('conversation:answer-later', payload, replyRequests['conversation:answer-later'].reply)),
    answered: async (conversationId: string) =>
      done(
        await ask('conversation:answered', { conversationId }, replyRequests['conversation:answered'].reply),
      ),
    answerEnded: async (payload: DeskReplyPayload<'conversation:answer-ended'>) =>
      done(await ask('conversation:answer-ended', payload, replyRequests['conversation:answer-ended'].reply)),
    block: async (payload: DeskReplyPayload<'conversation:block'>) =>
      done(await ask('conversation:block', payload, replyRequests['conversation:block'].reply)),
    unblock: async (conversationId: string) =>
      done(
        await ask('conversation:unblock', { conversationId }, replyRequests['conversation:unblock'].reply),
      ),
  }
}
