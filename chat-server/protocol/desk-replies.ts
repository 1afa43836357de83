import { z } from 'zod'
import { replyOf } from './contract.ts'
import { emailAddress, storedIdSchema, typedLine } from './conversation.ts'
import { deskConversationSchema, deskRequests } from './desk.ts'

const conversationId = storedIdSchema
const conversation = replyOf({ conversation: deskConversationSchema })

/** Why somebody may be blocked; a navigator can write another reason. */
export const blockReasons = ['Threats', 'Insults or hate', 'Sexual messages', 'Advertising'] as const

/** What can be done about a conversation beyond writing in it now. */
export const replyRequests = {
  /**
   * Its navigator answers it later, by the promised day: the family is told, and it goes on as a message. `email` is what
   * the family told, where none was left; `invalid` without any.
   */
  'conversation:answer-later': {
    payload: z.object({ conversationId, email: emailAddress.optional() }),
    reply: conversation,
  },
  /** What its navigator had promised to answer later is answered. */
  'conversation:answered': { payload: z.object({ conversationId }), reply: conversation },
  /**
   * Goes on after the end with this message; the family gets an email that there is an answer. `conflict` when they left no
   * address, or were blocked.
   */
  'conversation:answer-ended': { payload: deskRequests['message:send'].payload, reply: conversation },
  /**
   * Ends it against abuse; whoever wrote it cannot begin another on this device for a day. While a concern holds it, only
   * leads may.
   */
  'conversation:block': {
    payload: z.object({
      conversationId,
      reason: typedLine(200, {
        empty: 'Choose a reason, or write one.',
        tooLong: 'Use 200 characters or fewer for the reason.',
      }),
    }),
    reply: conversation,
  },
  /** For leads: whoever was blocked may begin another now. */
  'conversation:unblock': { payload: z.object({ conversationId }), reply: conversation },
}

export type DeskReplyPayload<E extends keyof typeof replyRequests> = z.input<
  (typeof replyRequests)[E]['payload']
>
