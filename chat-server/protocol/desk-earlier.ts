import { z } from 'zod'
import { type Answer, replyOf } from './contract.ts'
import { instantSchema, messageSchema, seqSchema, storedIdSchema } from './conversation.ts'

/** What a visitor agreed to show of before. */
export const earlierRequests = {
  /**
   * The conversation that the visitor of this one let us see, to read only; what follows `lastSeq`, at most a page of it.
   * `not-found` when they showed none, `not-allowed` while a concern holds it.
   */
  'earlier:read': {
    payload: z.object({ conversationId: storedIdSchema, lastSeq: seqSchema }),
    reply: replyOf({
      reference: z.string(),
      startedAt: instantSchema,
      visitorName: z.string().nullable(),
      messages: z.array(messageSchema),
      more: z.boolean(),
    }),
  },
}

export type EarlierAnswer = Answer<typeof earlierRequests, 'earlier:read'>
