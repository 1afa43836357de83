import { z } from 'zod'

/**
 * A service of an Open Referral feed, of version 3 or 1, as far as we read it. Feeds are never quite to the letter: what
 * has the wrong form counts as not stated, so that one bad field does not cost the record.
 */

const text = z.string().optional().catch(undefined)
const id = z.union([z.string(), z.number()]).transform(String).optional().catch(undefined)
const number = z
  .union([
    z.number(),
    z
      .string()
      .regex(/^-?\d+(\.\d+)?$/)
      .transform(Number),
  ])
  .optional()
  .catch(undefined)

/** A list of such things; what is no such thing is passed over. */
function each<S extends z.ZodType>(thing: S) {
  return z
    .array(thing.nullable().catch(null))
    .optional()
    .catch(undefined)
    .transform((all = []) => all.filter((one) => one !== null))
}

const term = z.object({ id, name: text, vocabulary: text, taxonomy: text })

const address = z.object({ id, address_1: text, city: text, postal_code: text })

const location = z.object({
  id,
  name: text,
  latitude: number,
  longitude: number,
  external_identifier: text,
  external_identifier_type: text,
  addresses: each(address),
  physical_addresses: each(address),
})

const schedule = z.object({
  id,
  freq: text,
  byday: text,
  opens_at: text,
  closes_at: text,
  valid_from: text,
  valid_to: text,
  dtstart: text,
  description: text,
  notes: text,
})

const contact = z.object({ phones: each(z.object({ number: text })), email: text })

const atLocation = z.object({
  location: location.optional().catch(undefined),
  schedules: each(schedule),
  regular_schedule: each(schedule),
})

const organization = z.object({
  id,
  name: text,
  description: text,
  url: text,
  website: text,
  email: text,
})

export const feedServiceSchema = z.object({
  id,
  name: text,
  description: text,
  url: text,
  email: text,
  status: text,
  alert: text,
  fees: text,
  minimum_age: number,
  maximum_age: number,
  assured_date: text,
  last_modified: text,
  organization: organization.optional().catch(undefined),
  contacts: each(contact),
  phones: each(z.object({ number: text })),
  schedules: each(schedule),
  regular_schedules: each(schedule),
  service_at_locations: each(atLocation),
  cost_options: each(z.object({ id, option: text, amount: number, amount_description: text })),
  attributes: each(z.object({ taxonomy_term: term.optional().catch(undefined) })),
  service_taxonomys: each(z.object({ taxonomy: term.optional().catch(undefined) })),
  eligibilitys: each(z.object({ eligibility: text, minimum_age: number, maximum_age: number })),
})

export type FeedService = z.output<typeof feedServiceSchema>
export type FeedSchedule = z.output<typeof schedule>
export type FeedTerm = z.output<typeof term>
