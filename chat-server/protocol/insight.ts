import { z } from 'zod'
import { replyOf } from './contract.ts'
import { clientIdSchema, seqSchema, storedIdSchema, typedLine, typedText } from './conversation.ts'

/** What editors can be asked to do. */
export const taskKinds = ['wrong-record', 'make-page'] as const

/** The oldest age that a Local Offer is for. */
const oldest = 25

const ageSentence = `Write an age from 0 to ${oldest}, or leave it out.`

/** A page of this site, without anything that was searched for. */
export const pagePath = z
  .string()
  .max(300, 'The address of the page is too long.')
  .regex(/^\/(?:[a-z0-9-]+\/)*$/, 'Write the address of a page on this site, like /services/a-club/.')

const words = (longest: number, empty: string) =>
  typedText(longest, {
    empty,
    tooLong: `This is too long. Use ${longest.toLocaleString('en-GB')} characters or fewer.`,
  })

/** What nobody could find. */
export const gapSchema = z.object({
  /** made once for each press, so that a gap is counted once */
  clientGapId: clientIdSchema,
  conversationId: storedIdSchema.nullable(),
  /** id of a need */
  need: storedIdSchema.nullable(),
  /** in years */
  age: z.number(ageSentence).int(ageSentence).min(0, ageSentence).max(oldest, ageSentence).nullable(),
  /** a town or a part of the area */
  area: typedLine(80, {
    empty: 'Write a place, or leave it out.',
    tooLong: 'This is too long. Use 80 characters or fewer.',
  }).nullable(),
  /** what was looked for */
  words: words(300, 'Write what was looked for, or leave it out.').nullable(),
  /** looks like it tells who somebody is, and the navigator has looked again */
  lookedAgain: z.boolean().default(false),
})

/** A point that a family made. */
export const markSchema = z.object({
  clientMarkId: clientIdSchema,
  conversationId: storedIdSchema,
  /** the message that it was made in; null when it is about the whole */
  seq: seqSchema.nullable(),
  /** in the navigator's words, without names */
  words: words(500, 'Write the point in a few words of your own.'),
  /** looks like it tells who somebody is, and the navigator has looked again */
  lookedAgain: z.boolean(),
})

/** Something on the site that editors should mend or write. */
export const taskSchema = z.object({
  clientTaskId: clientIdSchema,
  kind: z.enum(taskKinds, 'Choose what editors should do.'),
  path: pagePath.nullable(),
  words: words(2000, 'Write what editors should know.'),
  /** where it came up: only to look whether its visitor's name is in the words; it is not kept with the task */
  conversationId: storedIdSchema.nullable(),
  lookedAgain: z.boolean(),
})

/** Requests about what families could not find and what they say, on the desk's socket. Rights are checked again at each. */
export const insightRequests = {
  /** `invalid` as `mark:add`. */
  'gap:add': { payload: gapSchema, reply: replyOf({}) },
  /** `invalid` when the words seem to tell who somebody is and nobody has looked again. */
  'mark:add': { payload: markSchema, reply: replyOf({}) },
  'task:add': { payload: taskSchema, reply: replyOf({}) },
}

export type NewGap = z.output<typeof gapSchema>
export type NewMark = z.output<typeof markSchema>
export type NewTask = z.output<typeof taskSchema>
export type TaskKind = (typeof taskKinds)[number]
