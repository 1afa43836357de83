import { z } from 'zod'
import { cardPath, cardSchema } from './cards.ts'
import { concernPushes } from './concerns.ts'
import { type Answer, replyOf } from './contract.ts'
import {
  authors,
  clientIdSchema,
  conversationSchema,
  instantSchema,
  messageSchema,
  messageSentences,
  seqSchema,
  storedIdSchema,
  typedLine,
  wordsBesideCard,
} from './conversation.ts'
import { contactPushes, contactSchema } from './desk-contact.ts'
import { followUpPushes } from './desk-follow-ups.ts'
import { notePushes } from './desk-notes.ts'
import { answerWays } from './wishes.ts'

/** The navigators' socket.io namespace. A signed-in navigator or lead of the area may connect. */
export const deskNamespace = '/desk'

const conversationId = storedIdSchema

/** One line of the desk's list. */
export const deskConversationSchema = conversationSchema.extend({
  /** the page that the visitor came from, a path of this site */
  pageFrom: z.string().nullable(),
  /** what helps the visitor to talk with us, in their words, such as "short sentences" */
  uses: z.array(z.string()),
  /** how the visitor likes to be answered; null when they did not say */
  preferredContact: z.enum(answerWays).nullable(),
  /** the account that has it; null while waiting */
  navigatorId: z.string().nullable(),
  /** the account that its navigator has asked to take it over; null when nobody is asked */
  offeredTo: z.string().nullable(),
  /** counted up with each conversation: the order in which the queue is served */
  arrival: z.number().int().nonnegative(),
  /** since when it waits in the queue; null when not waiting */
  waitingSince: instantSchema.nullable(),
  /** until when somebody should have answered, as families are told; null when nobody waits for an answer */
  answerBy: instantSchema.nullable(),
  /**
   * `readable`, `concealed`: a safeguarding concern holds it. Concealed it is for everybody but leads and the navigator
   * who has it: then nothing that the visitor wrote is here.
   */
  hold: z.enum(['none', 'readable', 'concealed']),
  /** the day by the end of which its navigator has promised an answer, `YYYY-MM-DD`; null when they have not */
  promisedOn: z.string().nullable(),
  /** until when whoever wrote it begins no other, and why; null when nobody blocked them */
  block: z.object({ until: instantSchema, reason: z.string().nullable() }).nullable(),
  /** the visitor wants to be rung */
  callBack: z.boolean(),
  /** what it is about: ids of the taxonomy */
  tags: z.array(z.string()),
  /** who was asked in beside the navigator who has it; those who joined write too */
  colleagues: z.array(z.object({ accountId: z.string(), name: z.string(), joined: z.boolean() })),
  /** the visitor lets us see an earlier conversation of theirs */
  showsEarlier: z.boolean(),
  /** the newest message that a person wrote, text cut to 120 characters; null when there is none */
  lastMessage: z
    .object({ seq: seqSchema, author: z.enum(authors), text: z.string(), sentAt: instantSchema })
    .nullable(),
})

/** Somebody who is at the desk now. */
export const deskNavigatorSchema = z.object({
  accountId: z.string(),
  name: z.string(),
  /** their own switch */
  available: z.boolean(),
  /** chats that they have now, and how many they want at once */
  chats: z.number().int().nonnegative(),
  capacity: z.number().int().positive(),
})

/** How the desk stands as a whole. */
export const deskQueueSchema = z.object({
  open: z.boolean(),
  closesAt: instantSchema.nullable(),
  waiting: z.number().int().nonnegative(),
  /** since when the first in the queue waits */
  longestWaitSince: instantSchema.nullable(),
  /** how many could take one more chat */
  navigatorsAvailable: z.number().int().nonnegative(),
  navigators: z.array(deskNavigatorSchema),
})

/** The fewest and the most chats that a navigator may want at once. */
export const capacityRange = { least: 1, most: 20 } as const

const capacitySentence = `Choose a number of chats from ${capacityRange.least} to ${capacityRange.most}.`

/** How a navigator works: how many chats at once, and what they are good at, such as a language. */
const work = {
  capacity: z
    .number(capacitySentence)
    .int(capacitySentence)
    .min(capacityRange.least, capacitySentence)
    .max(capacityRange.most, capacitySentence),
  helpsWith: z
    .array(
      typedLine(40, {
        empty: 'Write what you help with, or remove the empty line.',
        tooLong: 'Use 40 characters or fewer for each thing that you help with.',
      }),
    )
    .max(20, 'Write 20 things or fewer.'),
}

const me = z.object({
  accountId: z.string(),
  name: z.string(),
  available: z.boolean(),
  capacity: z.number().int().positive(),
  helpsWith: z.array(z.string()),
})

/** Requests on the desk's socket. Rights are checked again at each. */
export const deskRequests = {
  /** On every connect and whenever the page wakes: the whole list (ended: the newest 50). */
  'desk:sync': {
    payload: z.object({}),
    reply: replyOf({ me, queue: deskQueueSchema, conversations: z.array(deskConversationSchema) }),
  },
  /** The navigator's own switch. Families see "available" only while the desk is connected too. */
  'availability:set': {
    payload: z.object({ available: z.boolean() }),
    reply: replyOf({ me, queue: deskQueueSchema }),
  },
  /** The navigator's own way to work. */
  'work:set': { payload: z.object(work), reply: replyOf({ me, queue: deskQueueSchema }) },
  /**
   * What follows `lastSeq`, at most a page of it; `more` says that the next page is to be asked for. From then on this
   * socket gets the conversation's messages.
   */
  'conversation:open': {
    payload: z.object({
      conversationId,
      lastSeq: seqSchema,
      /** the page has it open and fetches what it missed: no new reading for the audit */
      again: z.boolean().optional(),
    }),
    reply: replyOf({
      conversation: deskConversationSchema,
      contact: contactSchema,
      messages: z.array(messageSchema),
      more: z.boolean(),
    }),
  },
  /** Takes it from the queue. `taken` when someone else was first. Repeating one's own claim is fine. */
  'conversation:claim': {
    payload: z.object({ conversationId }),
    reply: replyOf({ conversation: deskConversationSchema }),
  },
  /**
   * Asks a colleague who is at the desk to take over one's own conversation; `to: null` takes the question back. It stays
   * where it is until they accept. `conflict` when the colleague is not there.
   */
  'conversation:offer': {
    payload: z.object({ conversationId, to: storedIdSchema.nullable() }),
    reply: replyOf({ conversation: deskConversationSchema }),
  },
  /** Takes over what a colleague offers; the family is told. `conflict` when the offer is over. */
  'conversation:accept': {
    payload: z.object({ conversationId }),
    reply: replyOf({ conversation: deskConversationSchema }),
  },
  /** Does not take it over: it stays with who has it. */
  'conversation:decline': {
    payload: z.object({ conversationId }),
    reply: replyOf({ conversation: deskConversationSchema }),
  },
  /** Puts one's own conversation back into the queue, at the place that its arrival gives it. */
  'conversation:hand-back': {
    payload: z.object({ conversationId }),
    reply: replyOf({ conversation: deskConversationSchema }),
  },
  'conversation:end': {
    payload: z.object({ conversationId }),
    reply: replyOf({ conversation: deskConversationSchema }),
  },
  /** Only who has the conversation may write in it. The reply has the card as the published site calls it. */
  'message:send': {
    payload: z
      .object({
        conversationId,
        clientMessageId: clientIdSchema,
        text: wordsBesideCard,
        cardPath: cardPath.nullable().default(null),
      })
      .refine(({ text, cardPath }) => text !== '' || cardPath !== null, messageSentences.empty),
    reply: replyOf({ seq: seqSchema, sentAt: instantSchema, card: cardSchema.nullable() }),
  },
  seen: {
    payload: z.object({ conversationId, seq: seqSchema }),
    reply: replyOf({}),
  },
}

/** Sent without a reply. */
export const deskSignals = { typing: z.object({ conversationId, typing: z.boolean() }) }

/** Pushed to the desk, each after it is stored. */
export const deskPushes = {
  /** a line of the list is new or has changed; put it in place of the one with its id */
  conversation: deskConversationSchema,
  queue: deskQueueSchema,
  /** a message in a conversation that this socket opened, unless this socket wrote it: that has its reply */
  message: z.object({ conversationId: z.string(), message: messageSchema }),
  typing: z.object({ conversationId: z.string(), typing: z.boolean() }),
  /** the visitor has seen messages up to and including `seq` */
  seen: z.object({ conversationId: z.string(), seq: seqSchema }),
  /** the session has ended; the socket closes after this */
  'signed-out': z.object({ message: z.string() }),
  ...contactPushes,
  ...concernPushes,
  ...notePushes,
  ...followUpPushes,
}

export type DeskConversation = z.output<typeof deskConversationSchema>
export type DeskQueue = z.output<typeof deskQueueSchema>
export type DeskAnswer<E extends keyof typeof deskRequests> = Answer<typeof deskRequests, E>
