import { z } from 'zod'
import { weekdays } from '#records/taxonomy.ts'

/** A question that cannot be answered, in one sentence for whoever asked. */
export class ListQueryError extends Error {
  override readonly name = 'ListQueryError'
}

/**
 * Reads what is asked of a list: which page, and which of its entries. The names are those of Open Referral UK; names
 * that the standard does not have are passed over.
 *
 * @throws ListQueryError for a value that is not allowed, or a part of the standard that is not answered here
 */
export function readListQuery(query: unknown): ListQuery {
  const read = listQuery.safeParse(query)
  if (read.success) return read.data
  throw new ListQueryError(read.error.issues[0]?.message ?? 'The question cannot be read.')
}

const usualPage = 50
const largestPage = 500

/** Every day of the week as the standard writes it, `MO`, and as people do. */
const dayCodes = new Map(
  weekdays.flatMap(({ id }): [string, string][] => {
    const code = id.slice(0, 2).toUpperCase()
    return [
      [code.toLowerCase(), code],
      [id, code],
    ]
  }),
)

const text = (name: string) =>
  z
    .string({ error: `Give ${name} once.` })
    .max(200, `${name} is too long. Use at most 200 characters.`)
    .transform((value) => value.trim() || undefined)

const whole = (name: string, least: number, most: number) =>
  text(name)
    .refine(
      (value) =>
        value === undefined || (/^\d{1,7}$/.test(value) && Number(value) >= least && Number(value) <= most),
      { error: ({ input }) => `${name} is "${String(input)}". Use a whole number from ${least} to ${most}.` },
    )
    .transform((value) => (value === undefined ? undefined : Number(value)))

const time = (name: string) =>
  text(name).refine((value) => value === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(value), {
    error: ({ input }) => `${name} is "${String(input)}". Write a time such as 09:00.`,
  })

const day = text('day')
  .refine((value) => value === undefined || dayCodes.has(value.toLowerCase()), {
    error: ({ input }) =>
      `day is "${String(input)}". Use one of: ${[...new Set(dayCodes.values())].join(', ')}.`,
  })
  .transform((value) => (value === undefined ? undefined : dayCodes.get(value.toLowerCase())))

/** To pass over these would give another list than was asked for, without a word. */
const notAnswered = (name: string) =>
  z.undefined({ error: `This interface does not know ${name}. Leave it out.` }).optional()

const listQuery = z.object({
  /** Counted from 1. */
  page: whole('page', 1, 1_000_000)
    .default(1)
    .transform((page = 1) => page),
  per_page: whole('per_page', 1, largestPage)
    .default(usualPage)
    .transform((size = usualPage) => size),
  /** Words that must all occur. */
  search: text('search').optional(),
  taxonomy_term_id: text('taxonomy_term_id').optional(),
  taxonomy_id: text('taxonomy_id').optional(),
  organization_id: text('organization_id').optional(),
  /** In years. A service that states no such age is not given. */
  minimum_age: whole('minimum_age', 0, 150).optional(),
  maximum_age: whole('maximum_age', 0, 150).optional(),
  /** A service that states no times is not given. */
  start_time: time('start_time').optional(),
  end_time: time('end_time').optional(),
  day: day.optional(),
  /** With `proximity`: around the middle of this postcode. */
  postcode: text('postcode').optional(),
  /** In metres. */
  proximity: whole('proximity', 1, 200_000).optional(),
  minimal: notAnswered('minimal'),
  full: notAnswered('full'),
  full_service: notAnswered('full_service'),
  modified_after: notAnswered('modified_after'),
  format: notAnswered('format'),
})

/** What is asked of a list. */
export type ListQuery = z.output<typeof listQuery>
