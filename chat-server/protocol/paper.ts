import { z } from 'zod'
import { cardPath } from './cards.ts'
import { clientIdSchema, emailAddress, longestMessage, typedLine, typedText } from './conversation.ts'
import { emptyAsMissing, telephoneNumber } from './http.ts'

/** The most pages that one letter holds. */
export const mostPages = 20

/** A postcode as it stands on an envelope: `M33 2UG`. Only its form is looked at. */
export const postcode = z
  .string()
  .transform((text) => text.replace(/[^a-z0-9]/gi, '').toUpperCase())
  .pipe(
    z
      .string()
      .regex(/^[A-Z]{1,2}\d[A-Z\d]?\d[A-Z]{2}$/, 'Enter a whole postcode, like M33 2UG.')
      .transform((text) => `${text.slice(0, -3)} ${text.slice(-3)}`),
  )

const easyReadPath = z.string().regex(/^\/easy-read\/[a-z0-9-]+\/$/)

/** GET /post-me-a-copy/ and POST /post-me-a-copy/services/: what is to be posted. Whatever else came counts as none. */
export const paperChoice = z.object({
  /** a page of guidance */
  page: cardPath.catch(''),
  /** its Easy Read version */
  easy: easyReadPath.catch(''),
  /** paths of services with commas between; they come in a form, never in an address */
  services: z
    .string()
    .catch('')
    .transform((text) => text.split(',').filter((path) => cardPath.safeParse(path).success))
    .transform((paths) => [...new Set(paths)].slice(0, mostPages)),
})

/** A box that is not ticked is not sent. */
const tick = z.literal('yes').optional().catch(undefined)

/** POST /post-me-a-copy/ */
export const paperFormSchema = z.object({
  clientConversationId: clientIdSchema,
  text: emptyAsMissing(
    typedText(longestMessage, {
      empty: 'Write what we should post.',
      tooLong: `This is too long. Use ${longestMessage.toLocaleString('en-GB')} characters or fewer.`,
    }),
  ),
  name: typedLine(80, {
    empty: 'Enter the name that we should write on the envelope.',
    tooLong: 'The name is too long. Use 80 characters or fewer.',
  }),
  address: typedText(400, {
    empty: 'Enter the address that we should post it to.',
    tooLong: 'The address is too long. Use 400 characters or fewer.',
  }),
  postcode,
  largePrint: tick,
  easyRead: tick,
  email: emptyAsMissing(emailAddress),
  telephone: emptyAsMissing(telephoneNumber),
})

/** Nothing was chosen before, so the words must say what to post. */
export const paperFormWithWords = paperFormSchema.refine(({ text }) => text !== undefined, {
  path: ['text'],
  message: 'Write what we should post.',
  when: ({ value }) => typeof value === 'object' && value !== null,
})

export type PaperChoice = z.output<typeof paperChoice>
export type PaperForm = z.output<typeof paperFormSchema>
