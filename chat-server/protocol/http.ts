import { z } from 'zod'
import { replyOf } from './contract.ts'
import { clientIdSchema, emailAddress, messageText, typedLine } from './conversation.ts'
import { ratingSchema } from './parting.ts'
import { visitorConversationSchema } from './visitor.ts'
import { answerWays, usesSchema } from './wishes.ts'

/** Where socket.io listens. */
export const socketPath = '/api/socket'

/** Addresses of the helpdesk's HTTP calls. */
export const addresses = {
  /** GET → `helpdeskStatusSchema` */
  status: '/api/helpdesk-status',
  /** POST `startConversationSchema` → `startConversationReply`, and the capability cookie */
  conversations: '/api/conversations',
  /** GET → `currentConversationReply`; DELETE → `forgetConversationReply` */
  current: '/api/conversations/current',
  /** POST `rateSchema` → `rateReply` */
  rating: '/api/rating',
  /** POST `copyByEmailSchema` → `copyByEmailReply` */
  copyByEmail: '/api/copy-by-email',
  /** GET: the form; POST: urlencoded `messageFormSchema`, answered with a page */
  messageForm: '/message/',
  /** GET: the conversation of this device's cookie as a page; with `link`, the secret of a private link, a button */
  conversation: '/conversation/',
  /** GET: the form; POST: urlencoded `paperFormSchema`, answered with a page */
  paperForm: '/post-me-a-copy/',
} as const

/** Longest subject, in characters. */
const longestSubject = 200

/** GET /message/?about=…: what a page that links to the form is about. Whatever is too long is cut. */
export const messageFormQuery = z.object({
  about: z
    .string()
    .transform((about) => about.slice(0, longestSubject))
    .pipe(typedLine(longestSubject, { empty: '', tooLong: '' }))
    .optional()
    .catch(undefined),
})

const numberToRing = 'Enter the telephone number that we should ring.'

/** A telephone number that can be rung. */
export const telephoneNumber = z
  .string()
  .regex(
    /^\+?[\d\s()-]{10,25}$/,
    'Enter a telephone number, like 01632 960 001. Use numbers and spaces only.',
  )

const shortText = (what: string, longest: number) =>
  typedLine(longest, {
    empty: `Write ${what}, or leave it out.`,
    tooLong: `${what.charAt(0).toUpperCase()}${what.slice(1)} is too long. Use ${longest} characters or fewer.`,
  })

/** POST /api/conversations: everything but the id may be left out; nothing is asked twice. */
export const startConversationSchema = z
  .object({
    /** made once per "start chat"; a double click sends it twice and gets the one conversation */
    clientConversationId: clientIdSchema,
    name: shortText('your name', 80).optional(),
    about: shortText('what it is about', longestSubject).optional(),
    /** the page that the visitor came from, a path of this site */
    pageFrom: z
      .string()
      .max(300, 'The address of the page is too long.')
      .regex(/^\/(?!\/)[^\s\\]*$/, 'The page must be an address on this site, like /services/.')
      .optional(),
    /** what helps the visitor to talk with us, such as "Short sentences" or "A screen reader" */
    uses: usesSchema.optional(),
    /** how the visitor likes to be answered; by email or telephone needs the one or the other */
    preferredContact: z.enum(answerWays).optional(),
    email: emailAddress.optional(),
    telephone: telephoneNumber.optional(),
    /**
     * the ticket of a chat that this page had before: with it the visitor lets the navigator read that chat. Only who had
     * it holds one; an email address or a reference number proves nothing.
     */
    earlierTicket: z.string().min(1).max(200).optional(),
  })
  // Asked of every start, so that all that is wrong is said at once.
  .refine(({ preferredContact, email }) => preferredContact !== 'email' || email !== undefined, {
    path: ['email'],
    message: 'Enter the email address that we should write to.',
    when: hasFields,
  })
  .refine(({ preferredContact, telephone }) => preferredContact !== 'telephone' || telephone !== undefined, {
    path: ['telephone'],
    message: numberToRing,
    when: hasFields,
  })

export const startConversationReply = replyOf({ conversation: visitorConversationSchema })

/** GET /api/conversations/current: the conversation of this device's cookie, or null, and what was said of it. */
export const currentConversationReply = replyOf({
  conversation: visitorConversationSchema.nullable(),
  rating: ratingSchema.nullable(),
})

/** DELETE /api/conversations/current: this device forgets the conversation; the cookie no longer opens it. */
export const forgetConversationReply = replyOf({
  /** for `rateSchema` and `copyByEmailSchema` within the hour; null when nothing was open */
  ticket: z.string().nullable(),
})

/** Someone wants to be rung. A box that is not ticked is not sent. */
const callBackFields = {
  callBack: emptyAsMissing(z.literal('yes', 'Tick the box if we should ring you.')),
  callBackWhen: emptyAsMissing(shortText('when we can ring you', 200)),
}

/** GET /conversation/ and POST /conversation/open/: the secret of a private link. Whatever else came counts as none. */
export const privateLinkFields = z.object({ link: z.string().max(200).catch('') })

/** POST /conversation/answer/ */
export const answerFormSchema = z.object({ clientMessageId: clientIdSchema, text: messageText })

/** POST /conversation/call-back/ */
export const callBackFormSchema = z.object({
  telephone: z.string(numberToRing).trim().min(1, numberToRing).pipe(telephoneNumber),
  callBackWhen: callBackFields.callBackWhen,
})

/** POST /message/: the form that works without JavaScript. An empty field counts as left out. */
export const messageFormSchema = z
  .object({
    /** made with the page, so that pressing Send twice stores one message */
    clientConversationId: clientIdSchema,
    about: emptyAsMissing(shortText('what it is about', longestSubject)),
    text: messageText,
    name: emptyAsMissing(shortText('your name', 80)),
    email: emptyAsMissing(emailAddress),
    telephone: emptyAsMissing(telephoneNumber),
    ...callBackFields,
    /** lets the navigator read the conversation that this device's cookie opens */
    showEarlier: emptyAsMissing(z.literal('yes', 'Tick the box if the navigator may see it.')),
  })
  // Asked of every form, so that all that is wrong is said at once.
  .refine((form) => !form.callBack || Boolean(form.telephone), {
    path: ['telephone'],
    message: numberToRing,
    when: hasFields,
  })

/** Rules across fields look at whatever has fields, whether these are right or not. */
function hasFields({ value }: { value: unknown }): boolean {
  return typeof value === 'object' && value !== null
}

/** A field of a form that counts as left out when it is empty. */
export function emptyAsMissing<Schema extends z.ZodType<string>>(schema: Schema) {
  return z.preprocess(
    (value) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined),
    schema.optional(),
  )
}

export type StartConversation = z.input<typeof startConversationSchema>
export type MessageForm = z.output<typeof messageFormSchema>
