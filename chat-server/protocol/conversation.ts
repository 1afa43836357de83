import { z } from 'zod'
import { cardSchema } from './cards.ts'

/** Longest message, in characters. */
export const longestMessage = 4000

/** Where a conversation stands. `waiting`: nobody has it yet, or it was handed back to the queue. */
export const conversationStates = ['waiting', 'with-navigator', 'ended'] as const

/**
 * `chat`: someone is waiting for an answer now. `message`: it is answered later, by a promised time. `telephone`,
 * `visit`: a navigator has written down what was said. `paper`: somebody wants a copy by post.
 */
export const channels = ['chat', 'message', 'telephone', 'visit', 'paper'] as const

/** What each is called where staff read it. */
export const channelNames: Readonly<Record<Channel, string>> = {
  chat: 'Chat',
  message: 'Message',
  telephone: 'Telephone call',
  visit: 'Visit',
  paper: 'By post',
}

/** Those that a page of the visitor opens. Of the others no visitor reads anything, whatever they hold. */
export const visitorChannels = ['chat', 'message'] as const satisfies readonly Channel[]

/** Whether a visitor's page may open it: not a call, a visit or a request for paper, which only staff read. */
export function isOpenToVisitors({ channel }: { channel: Channel }): boolean {
  return visitorChannels.some((one) => one === channel)
}

/** Who wrote a message. A `notice` is from the helpdesk itself ("Sam has joined"). */
export const authors = ['visitor', 'navigator', 'notice'] as const

/** Text that a person typed: trimmed, line ends as `\n`, without control characters. */
export function typedText(longest: number, sentences: { empty: string; tooLong: string }) {
  return z
    .string()
    .overwrite(cleanText)
    .regex(somethingToSee, sentences.empty)
    .max(longest, sentences.tooLong)
}

/** The same on one line, without the signs that turn the direction of what stands beside it. */
export function typedLine(longest: number, sentences: { empty: string; tooLong: string }) {
  return z
    .string()
    .overwrite((text) => cleanText(text.replace(directionSigns, '').replace(/\s+/g, ' ')))
    .regex(somethingToSee, sentences.empty)
    .max(longest, sentences.tooLong)
}

/** A character that is neither space nor a sign that only shapes others. */
const somethingToSee = /[^\s\p{Cf}]/u

/** Marks, embeddings, overrides and isolates of bidirectional text. */
const directionSigns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g

/** What to do about a message that cannot be sent. */
export const messageSentences = {
  empty: 'Write your message first.',
  tooLong: `Your message is too long. Use ${longestMessage.toLocaleString('en-GB')} characters or fewer.`,
}

/** The text of one message. */
export const messageText = typedText(longestMessage, messageSentences)

/** The same for words that may be left out beside a card; then empty. */
export const wordsBesideCard = z
  .string()
  .overwrite((text) => cleanText(somethingToSee.test(text) ? text : ''))
  .max(longestMessage, messageSentences.tooLong)

/** The number of a message in its conversation: 1, 2, 3 … without gaps. 0 stands before the first. */
export const seqSchema = z.number().int().nonnegative().max(2_147_483_647)

/** Milliseconds since 1970, UTC. */
export const instantSchema = z.number().int().nonnegative()

/** An id that the client makes once and repeats with each try, so that nothing is stored twice. */
export const clientIdSchema = z.uuid('This was sent without a proper id.')

/** An id that the helpdesk gave. A database may choke on other characters, so they never come near one. */
export const storedIdSchema = z
  .string()
  .regex(/^[\w-]{1,100}$/, 'What you chose is not here. Reload the page and try again.')

/** Where an answer may go. */
export const emailAddress = z
  .email('Enter an email address in the right form, like name@example.org.')
  .max(254, 'This email address is too long.')

/** One message as both sides see it. Render by `seq`; `clientMessageId` settles one's own unsent copy. */
export const messageSchema = z.object({
  seq: seqSchema,
  author: z.enum(authors),
  /** the navigator's display name, the visitor's chosen name; null for a notice and an unnamed visitor */
  authorName: z.string().nullable(),
  /** empty when there is a card and no words */
  text: z.string(),
  sentAt: instantSchema,
  /** null for a notice */
  clientMessageId: z.string().nullable(),
  /** a page of the site that a navigator gave with it */
  card: cardSchema.nullable(),
})

/** What both sides see of a conversation. */
export const conversationSchema = z.object({
  id: z.string(),
  /** a short number to quote, like `LO-7KQ4-2M9X` */
  reference: z.string(),
  channel: z.enum(channels),
  state: z.enum(conversationStates),
  visitorName: z.string().nullable(),
  about: z.string().nullable(),
  navigatorName: z.string().nullable(),
  startedAt: instantSchema,
  endedAt: instantSchema.nullable(),
  /** the number of the newest message */
  lastSeq: seqSchema,
  seenByNavigator: seqSchema,
  seenByVisitor: seqSchema,
  /** names, addresses and text are gone for good: what a page still shows of them goes, too */
  textRemoved: z.boolean(),
})

function cleanText(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/[^\P{Cc}\n\t]/gu, '')
    .trim()
}

export type ConversationState = (typeof conversationStates)[number]
export type Channel = (typeof channels)[number]
export type Author = (typeof authors)[number]
export type Message = z.output<typeof messageSchema>
export type Conversation = z.output<typeof conversationSchema>
