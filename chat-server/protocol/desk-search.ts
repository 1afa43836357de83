import { z } from 'zod'
import { type Answer, replyOf } from './contract.ts'
import { channels, storedIdSchema, typedLine } from './conversation.ts'
import { deskConversationSchema } from './desk.ts'

/** Conversations that one search shows. */
export const mostFound = 30

/** Full-text search over what the person may read. */
export const searchRequests = {
  /** Newest first. In the audit when it shows conversations of others, without the words. */
  'conversations:search': {
    payload: z.object({
      words: typedLine(100, {
        empty: 'Write what you look for.',
        tooLong: 'Look for fewer words: use 100 characters or fewer.',
      }),
      channel: z.enum(channels).nullable(),
      navigatorId: storedIdSchema.nullable(),
      tag: storedIdSchema.nullable(),
      heldOnly: z.boolean(),
    }),
    reply: replyOf({
      found: z.array(
        z.object({
          conversation: deskConversationSchema,
          /** the words around what was found; null when it is the name, the subject or the reference */
          excerpt: z.object({ where: z.enum(['message', 'note']), text: z.string() }).nullable(),
        }),
      ),
      /** there are more than are shown */
      more: z.boolean(),
      /** conversations that cannot be searched yet; the program looks through them now */
      notYet: z.number().int().nonnegative(),
    }),
  },
}

export type SearchPayload = z.input<(typeof searchRequests)['conversations:search']['payload']>
export type SearchAnswer = Answer<typeof searchRequests, 'conversations:search'>
export type FoundConversation = SearchAnswer['found'][number]
