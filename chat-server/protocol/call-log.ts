import { z } from 'zod'
import { type Answer, replyOf } from './contract.ts'
import { clientIdSchema, emailAddress, messageText, storedIdSchema, typedLine } from './conversation.ts'

/** What a navigator writes down of what was said elsewhere. */
export const loggedChannels = ['telephone', 'visit'] as const

const telephone = /^\+?[\d\s()-]{6,25}$/

/** How to reach somebody, as a navigator writes it down: a telephone number or an email address. */
export const reachSchema = z
  .string()
  .trim()
  .refine((text) => telephone.test(text) || emailAddress.safeParse(text).success, {
    error: 'Write a telephone number or an email address, or leave it out.',
  })

/** A call or a visit. */
export const logEntrySchema = z.object({
  /** made with the form, so that pressing Save twice writes it down once */
  clientConversationId: clientIdSchema,
  channel: z.enum(loggedChannels, 'Choose a call or a visit.'),
  name: typedLine(80, {
    empty: 'Write their name, or leave it out.',
    tooLong: 'The name is too long. Use 80 characters or fewer.',
  }).nullable(),
  /** id of one of `conversationTags` */
  tag: storedIdSchema.nullable(),
  text: messageText,
  reach: reachSchema.nullable(),
  /** `done`: nothing more to do. `mine`: kept by whoever writes it, to follow up on a day. `others`: left for a navigator */
  next: z.discriminatedUnion('is', [
    z.object({ is: z.literal('done') }),
    z.object({ is: z.literal('mine'), on: z.iso.date('Choose the day on which you follow it up.') }),
    z.object({ is: z.literal('others') }),
  ]),
})

/** Requests about the log on the desk's socket. */
export const logRequests = {
  /** Writes it down as a conversation with one message. The same `clientConversationId` again gives the first one back. */
  'log:add': {
    payload: logEntrySchema,
    reply: replyOf({ conversationId: z.string(), reference: z.string() }),
  },
}

export type LogEntry = z.output<typeof logEntrySchema>
export type LogAnswer = Answer<typeof logRequests, 'log:add'>
