import { z } from 'zod'
import { replyOf } from './contract.ts'
import { emailAddress } from './conversation.ts'

/** What a visitor says at the end: whether it helped, and how easy it was to talk to us. */
export const ratingSchema = z.object({
  helped: z.enum(['yes', 'partly', 'no'], 'Choose one of the answers.'),
  ease: z.enum(['easy', 'between', 'hard']).nullable(),
})

/** Given when a device forgets its conversation. It opens nothing; with it the page can still rate and ask for a copy. */
const ticket = z.string().min(1).max(200).optional()

/** POST /api/rating, once the conversation has ended. Another answer takes the place of the first. */
export const rateSchema = ratingSchema.extend({ ticket })
export const rateReply = replyOf({})

/** POST /api/copy-by-email: a private link by email. Without `email` it goes to the address that was left. */
export const copyByEmailSchema = z.object({ ticket, email: emailAddress.optional() })
export const copyByEmailReply = replyOf({})

export type Rating = z.output<typeof ratingSchema>
