import { z } from 'zod'
import { replyOf } from './contract.ts'
import { clientIdSchema, instantSchema, storedIdSchema, typedText } from './conversation.ts'

/** Something that a navigator means to do about a conversation on a day. Nobody else sees it. */
export const followUpSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  /** the number of the conversation, like `LO-7KQ4-2M9X` */
  reference: z.string(),
  visitorName: z.string().nullable(),
  /** `YYYY-MM-DD` */
  dueOn: z.string(),
  /** null while a concern holds the conversation from this person */
  text: z.string().nullable(),
  doneAt: instantSchema.nullable(),
})

/** Requests about one's own follow-ups. */
export const followUpRequests = {
  /** All that are to be done, and those done in the last days. */
  'follow-ups:read': { payload: z.object({}), reply: replyOf({ followUps: z.array(followUpSchema) }) },
  /** For a conversation that one may read, after its end too. The same id again gives the first one back. */
  'follow-up:add': {
    payload: z.object({
      /** made by the page */
      id: clientIdSchema,
      conversationId: storedIdSchema,
      dueOn: z.iso.date('Choose the day on which you follow it up.'),
      text: typedText(500, {
        empty: 'Write what you mean to do.',
        tooLong: 'This is too long. Use 500 characters or fewer.',
      }),
    }),
    reply: replyOf({ followUp: followUpSchema }),
  },
  /** Done, or not done after all. */
  'follow-up:done': {
    payload: z.object({ id: clientIdSchema, done: z.boolean() }),
    reply: replyOf({ followUp: followUpSchema }),
  },
}

/** Pushed after it is stored, to the desks of whose it is. */
export const followUpPushes = { 'follow-up': followUpSchema }

export type FollowUp = z.output<typeof followUpSchema>
