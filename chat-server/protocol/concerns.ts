import { z } from 'zod'
import { type Answer, replyOf } from './contract.ts'
import { clientIdSchema, instantSchema, storedIdSchema, typedLine, typedText } from './conversation.ts'

/** Whom a safeguarding concern is about. `adult`: 18 or over. `unknown`: the navigator did not stop to say. */
export const concernAbouts = ['child', 'adult', 'staff', 'unknown'] as const

/** Who can be told of a concern. `children`: children's social care; `officer`: the designated officer for concerns about staff. */
export const toldWhoms = ['police', 'children', 'adults', 'officer', 'other'] as const

const text = (what: string) =>
  typedText(4000, { empty: `Write ${what}.`, tooLong: 'This is too long. Use 4,000 characters or fewer.' })

/** Who was told, when and by whom. */
export const toldSchema = z.object({
  id: z.string(),
  whom: z.enum(toldWhoms),
  toldAt: instantSchema,
  toldByName: z.string(),
  note: z.string().nullable(),
})

/** A safeguarding concern as leads see it, and the navigator who raised it. */
export const concernSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  /** the number of the conversation, like `LO-7KQ4-2M9X` */
  reference: z.string(),
  about: z.enum(concernAbouts),
  /** what worries the navigator; empty when they did not stop to write it */
  reason: z.string(),
  raisedBy: z.string(),
  raisedByName: z.string(),
  raisedAt: instantSchema,
  /** until when a lead must have acknowledged it */
  acknowledgeBy: instantSchema,
  acknowledgedAt: instantSchema.nullable(),
  /** the lead who has it */
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  /** when nobody had acknowledged it in time, and everybody was told again */
  escalatedAt: instantSchema.nullable(),
  /** the day on which the lead looks at it again */
  reviewOn: z.iso.date().nullable(),
  outcome: z.string().nullable(),
  closedAt: instantSchema.nullable(),
  closeReason: z.string().nullable(),
  /** whether the conversation is still held */
  held: z.boolean(),
  told: z.array(toldSchema),
})

const concernId = storedIdSchema
const oneConcern = replyOf({ concern: concernSchema })

/** A word or a few, as a lead writes them into the list. */
export const dangerWord = typedLine(60, {
  empty: 'Write a word or a few words.',
  tooLong: 'This is too long. Use 60 characters or fewer.',
}).regex(/[\p{L}\p{N}]/u, 'Write a word or a few words.')

/** Requests about safeguarding on the desk's socket. Rights are checked again at each. */
export const concernRequests = {
  /** On every connect and wake-up. Leads get all that are open or held and the newest closed; others those they raised. */
  'concern:sync': {
    payload: z.object({}),
    reply: replyOf({
      isLead: z.boolean(),
      concerns: z.array(concernSchema),
      dangerWords: z.array(z.string()),
    }),
  },
  /** Anybody at the desk, about any conversation. The same id again gives the first concern back. */
  'concern:raise': {
    payload: z.object({
      clientConcernId: clientIdSchema,
      conversationId: storedIdSchema,
      about: z.enum(concernAbouts),
      reason: z.union([z.literal(''), text('what worries you')]),
    }),
    reply: oneConcern,
  },
  /** A lead has seen it and has it from now on. Another lead may take it over in the same way. */
  'concern:acknowledge': { payload: z.object({ concernId }), reply: oneConcern },
  /** Notes who was told. For leads and for whoever raised it. */
  'concern:tell': {
    payload: z.object({
      concernId,
      /** made by the desk's page, so that a double click writes one line */
      clientToldId: clientIdSchema,
      whom: z.enum(toldWhoms),
      toldAt: instantSchema,
      note: text('a note').optional(),
    }),
    reply: oneConcern,
  },
  /** What came of it so far and when the lead looks at it again. */
  'concern:review': {
    payload: z.object({
      concernId,
      outcome: text('what came of it').nullable(),
      reviewOn: z.iso.date('Choose the day on which you look at this again.').nullable(),
    }),
    reply: oneConcern,
  },
  /** Closes it. With `release` the conversation is a usual one again, unless another concern holds it. */
  'concern:close': {
    payload: z.object({ concernId, reason: text('why you close it'), release: z.boolean() }),
    reply: oneConcern,
  },
  /** Ends the hold of a conversation whose concerns are all closed. */
  'concern:release': { payload: z.object({ concernId }), reply: oneConcern },
  'danger-word:add': {
    payload: z.object({ word: dangerWord }),
    reply: replyOf({ dangerWords: z.array(z.string()) }),
  },
  'danger-word:remove': {
    payload: z.object({
      word: z
        .string()
        .max(100)
        .regex(/^\P{Cc}*$/u, 'This word is not in the list.'),
    }),
    reply: replyOf({ dangerWords: z.array(z.string()) }),
  },
}

/** Pushed after it is stored. */
export const concernPushes = {
  /** to leads, and to whoever raised it */
  concern: concernSchema,
  /** to every desk */
  'danger-words': z.object({ dangerWords: z.array(z.string()) }),
}

export type ConcernAbout = (typeof concernAbouts)[number]
export type ToldWhom = (typeof toldWhoms)[number]
export type Concern = z.output<typeof concernSchema>
export type ConcernAnswer<E extends keyof typeof concernRequests> = Answer<typeof concernRequests, E>
export type ConcernPayload<E extends keyof typeof concernRequests> = z.output<
  (typeof concernRequests)[E]['payload']
>
