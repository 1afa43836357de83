import { z } from 'zod'
import { type Answer, replyOf } from './contract.ts'
import { longestMessage, typedLine, typedText } from './conversation.ts'
import { placeholderProblem } from './reply-placeholders.ts'

/** Words that navigators use again and again, as the desk offers them. */
export const savedReplySchema = z.object({
  id: z.string(),
  /** everybody at the desk has it; else it is one's own */
  team: z.boolean(),
  title: z.string(),
  /** with placeholders, such as `{name}` */
  text: z.string(),
  /** the same in easy words; null when nobody has written them */
  easyText: z.string().nullable(),
})

const longestTitle = 80

/** The text of a reply, refused when it holds a placeholder that nothing fills. */
const replyText = (sentences: { empty: string; tooLong: string }) =>
  typedText(longestMessage, sentences).superRefine((text, context) => {
    const problem = placeholderProblem(text)
    if (problem !== null) context.addIssue({ code: 'custom', message: problem })
  })

const tooLong = `This is too long. Use ${longestMessage.toLocaleString('en-GB')} characters or fewer.`

/** The form of a saved reply. An empty field for the easy words counts as left out. */
export const savedReplyForm = z.object({
  title: typedLine(longestTitle, {
    empty: 'Write a title, so that you find it again.',
    tooLong: `The title is too long. Use ${longestTitle} characters or fewer.`,
  }),
  text: replyText({ empty: 'Write the reply.', tooLong }),
  easyText: z.preprocess(
    (typed) => (typeof typed === 'string' && typed.trim() !== '' ? typed : undefined),
    replyText({ empty: 'Write the easy words, or leave them out.', tooLong }).optional(),
  ),
})

export const savedReplyRequests = {
  /** The team's replies and one's own, and what fills their placeholders, except what the desk knows by itself. */
  'reply:list': {
    payload: z.object({}),
    reply: replyOf({
      replies: z.array(savedReplySchema),
      council: z.string(),
      telephone: z.string(),
      /** the day by the end of which a message of today is answered, in words; null when none can be promised */
      answerDay: z.string().nullable(),
      /** when the helpdesk closes today, in words; null while it is closed */
      closingTime: z.string().nullable(),
    }),
  },
}

export type SavedReply = z.output<typeof savedReplySchema>
export type SavedReplyAnswer = Answer<typeof savedReplyRequests, 'reply:list'>
export type SavedReplyFields = z.output<typeof savedReplyForm>
