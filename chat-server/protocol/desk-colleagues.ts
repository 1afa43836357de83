import { z } from 'zod'
import { replyOf } from './contract.ts'
import { storedIdSchema } from './conversation.ts'
import { deskConversationSchema } from './desk.ts'

const conversationId = storedIdSchema
const reply = replyOf({ conversation: deskConversationSchema })

/** Requests about colleagues who are asked into a conversation. It stays with the navigator who has it. */
export const colleagueRequests = {
  /**
   * Asks somebody who is at the desk to join one's own conversation; leads ask into any that is held. `conflict` when they
   * are not there.
   */
  'colleague:invite': { payload: z.object({ conversationId, to: storedIdSchema }), reply },
  /** Joins; the family is told. `conflict` when the question was taken back. */
  'colleague:join': { payload: z.object({ conversationId }), reply },
  /** Says no, or leaves; the family is told that somebody who had joined is gone. */
  'colleague:leave': { payload: z.object({ conversationId }), reply },
  /** Takes the question back, or a colleague out again. For whoever may invite. */
  'colleague:take-out': { payload: z.object({ conversationId, accountId: storedIdSchema }), reply },
}
