import { z } from 'zod'
import { replyOf } from './contract.ts'
import { clientIdSchema, instantSchema, storedIdSchema, typedText } from './conversation.ts'

const conversationId = storedIdSchema

/** What staff write for each other beside a conversation. Families never see it. */
export const noteSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  authorName: z.string().nullable(),
  text: z.string(),
  writtenAt: instantSchema,
})

/** Requests about notes. For everybody at the desk who may read the conversation. */
export const noteRequests = {
  /** All of a conversation, the oldest first. */
  'notes:read': {
    payload: z.object({ conversationId }),
    reply: replyOf({ notes: z.array(noteSchema) }),
  },
  /** The same `clientNoteId` again gives the first note back. */
  'note:add': {
    payload: z.object({
      conversationId,
      clientNoteId: clientIdSchema,
      text: typedText(4000, {
        empty: 'Write your note first.',
        tooLong: 'Your note is too long. Use 4,000 characters or fewer.',
      }),
    }),
    reply: replyOf({ note: noteSchema }),
  },
}

/** Pushed after it is stored, to desks that have the conversation open. */
export const notePushes = { note: noteSchema }

export type Note = z.output<typeof noteSchema>
