import { z } from 'zod'
import { type Answer, type EventsToClient, type EventsToServer, replyOf } from './contract.ts'
import {
  clientIdSchema,
  conversationSchema,
  emailAddress,
  instantSchema,
  messageSchema,
  messageText,
  seqSchema,
} from './conversation.ts'
import { answerWays, usesSchema } from './wishes.ts'

/** The visitor's socket.io namespace. The capability cookie of `POST /api/conversations` opens it. */
export const visitorNamespace = '/visitor'

/** Whether anybody reads, and when. Only what is true now; unknown is null. */
export const helpdeskStatusSchema = z.object({
  /** within opening hours */
  open: z.boolean(),
  /** open, and a navigator is there and ready */
  available: z.boolean(),
  /** when it opens next; null while open, or when no opening is known */
  opensAt: instantSchema.nullable(),
  /** when it closes today; null while closed */
  closesAt: instantSchema.nullable(),
  /** chats waiting for a navigator */
  waiting: z.number().int().nonnegative(),
  /** the usual wait lately, whole minutes; null when too few chats were answered lately to tell */
  expectedWaitMinutes: z.number().int().nonnegative().nullable(),
  /** all of this in one or two plain sentences, to show as it is */
  sentence: z.string(),
})

/** A conversation as its visitor sees it. */
export const visitorConversationSchema = conversationSchema.extend({
  /** 1 is next; null when not waiting, and for a message */
  queuePosition: z.number().int().positive().nullable(),
  /** an address was left: an answer that comes while no page is open is told by email */
  emailLeft: z.boolean(),
  /** a navigator has ended it against abuse: until when this device begins no other; null mostly */
  blockedUntil: instantSchema.nullable(),
  /** the visitor lets the navigator see an earlier conversation */
  showsEarlier: z.boolean(),
  /** they want to be rung, and we have the number */
  callBack: z.boolean(),
  /** what helps them to talk with us, as they said it */
  uses: z.array(z.string()),
  /** how they like to be answered; null when they did not say */
  preferredContact: z.enum(answerWays).nullable(),
  helpdesk: helpdeskStatusSchema,
})

/** Requests on the visitor's socket. Each reply comes after it is stored. */
export const visitorRequests = {
  /**
   * On every connect and whenever the page wakes: how things stand, and what follows `lastSeq`, at most a page of it;
   * `more` says that the next page is to be asked for.
   */
  'conversation:sync': {
    payload: z.object({ lastSeq: seqSchema }),
    reply: replyOf({
      conversation: visitorConversationSchema,
      messages: z.array(messageSchema),
      more: z.boolean(),
    }),
  },
  'message:send': {
    payload: z.object({ clientMessageId: clientIdSchema, text: messageText }),
    reply: replyOf({ seq: seqSchema, sentAt: instantSchema }),
  },
  seen: {
    payload: z.object({ seq: seqSchema }),
    reply: replyOf({}),
  },
  /** The address for answers that come while no page is open. Another one takes the place of the first. */
  'visitor:leave-address': {
    payload: z.object({ email: emailAddress }),
    reply: replyOf({ conversation: visitorConversationSchema }),
  },
  /** What helps the visitor to talk with us; it takes the place of what they said before. The navigator is told. */
  'visitor:say-uses': {
    payload: z.object({ uses: usesSchema }),
    reply: replyOf({ conversation: visitorConversationSchema }),
  },
  /** Ends it for both sides. Then `DELETE /api/conversations/current` clears this device. */
  'conversation:end': {
    payload: z.object({}),
    reply: replyOf({ conversation: visitorConversationSchema }),
  },
}

/** Sent without a reply. Says only that someone types, never what. */
export const visitorSignals = { typing: z.object({ typing: z.boolean() }) }

/** Pushed to the visitor, each after it is stored. */
export const visitorPushes = {
  /** to every tab but the one that wrote it, which has its reply */
  message: messageSchema,
  conversation: visitorConversationSchema,
  /** the navigator types, or has stopped */
  typing: z.object({ typing: z.boolean() }),
  /** the navigator has seen messages up to and including `seq` */
  seen: z.object({ seq: seqSchema }),
}

export type HelpdeskStatus = z.output<typeof helpdeskStatusSchema>
export type VisitorConversation = z.output<typeof visitorConversationSchema>
export type VisitorToServer = EventsToServer<typeof visitorRequests, typeof visitorSignals>
export type ServerToVisitor = EventsToClient<typeof visitorPushes>
export type VisitorAnswer<E extends keyof typeof visitorRequests> = Answer<typeof visitorRequests, E>
