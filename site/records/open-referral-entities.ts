import { z } from 'zod'

/**
 * The entities of Open Referral UK 3.0 as we print them: what our own readers look at is typed, all else passes. The
 * published schemata guard the whole in the tests.
 */

const organization = z.looseObject({ id: z.string(), name: z.string(), description: z.string() })

const term = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  taxonomy: z.string(),
  taxonomy_id: z.string(),
})

const taxonomy = z.looseObject({
  id: z.string(),
  name: z.string(),
  description: z.string(),
  taxonomy_terms: z.array(term),
})

const schedule = z.looseObject({
  byday: z.string().optional(),
  opens_at: z.string().optional(),
  closes_at: z.string().optional(),
})

const attribute = z.looseObject({ taxonomy_term: term })

const serviceAtLocation = z.looseObject({ id: z.string(), location: z.looseObject({ id: z.string() }) })

const service = z.looseObject({
  id: z.string(),
  name: z.string(),
  status: z.string(),
  description: z.string().optional(),
  minimum_age: z.number().optional(),
  maximum_age: z.number().optional(),
  assured_date: z.string().optional(),
  organization,
  schedules: z.array(schedule).optional(),
  attributes: z.array(attribute).optional(),
  service_at_locations: z.array(serviceAtLocation).optional(),
})

/** Everything that is published as open data, in one file: services and organisations, each whole. */
export const openDirectorySchema = z.object({
  services: z.array(service),
  organizations: z.array(organization),
})

export type OpenDirectory = z.output<typeof openDirectorySchema>
export type OpenService = z.output<typeof service>
export type OpenOrganization = z.output<typeof organization>
export type OpenTaxonomy = z.output<typeof taxonomy>
export type OpenTaxonomyTerm = z.output<typeof term>
