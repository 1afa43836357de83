import { z } from 'zod'

/** How to reach the person of a conversation, as far as they said. */
export const contactSchema = z.object({
  email: z.string().nullable(),
  telephone: z.string().nullable(),
  /** when it suits them to be rung, in their words */
  callBackWhen: z.string().nullable(),
  /** where paper is sent to: name and postal address, in lines */
  postTo: z.string().nullable(),
})

/** Pushed to those who have the conversation open, whenever it changes: an address may have been left. */
export const contactPushes = { contact: z.object({ conversationId: z.string(), contact: contactSchema }) }

export type Contact = z.output<typeof contactSchema>
