import type { FastifyPluginAsync, FastifyReply } from 'fastify'
import type { OpenReferralPart } from '#records/define-record.ts'
import { type OpenDirectory, openDirectorySchema } from '#records/open-referral-entities.ts'
import {
  listItemOf,
  type OpenServiceAtLocation,
  openReferralRoot,
  pageOf,
  servicesAtLocations,
} from '#records/open-referral-lists.ts'
import { openTaxonomies, openTerms } from '#records/open-referral-taxonomies.ts'
import { type ListQuery, ListQueryError, readListQuery } from './list-query.ts'
import { nearness, type WhereIs } from './nearness.ts'
import { createServiceFilter, isOrganizationAskedFor, type ServiceFilter } from './service-filter.ts'

/**
 * Open Referral UK 3.0 with true pages and filters under `/api/open-referral/`, open to every origin. A question that
 * cannot be answered gets 400 `{ error }`, an id that is not there 404 `{ error }`, each with one sentence.
 *
 * @param options.directory gives what the current release publishes
 * @param options.whereIs gives where a postcode of the area is
 */
export function createOpenReferralApi(options: {
  readonly directory: () => PublishedDirectory
  readonly whereIs: WhereIs
}): FastifyPluginAsync {
  const { directory, whereIs } = options
  const lists = listsWith(createServiceFilter())
  return async (app) => {
    app.addHook('onRequest', async (_request, reply) => {
      reply.headers(openToAll)
    })
    app.setErrorHandler((error, _request, reply) => {
      if (!(error instanceof ListQueryError)) throw error
      return reply.code(400).send({ error: error.message })
    })
    app.options('/api/open-referral/*', (_request, reply) =>
      reply.code(204).header('access-control-allow-methods', 'GET, HEAD, OPTIONS').send(),
    )
    for (const address of ['/api/open-referral', '/api/open-referral/'])
      app.get(address, async () => openReferralRoot)
    for (const list of lists) {
      app.get(`/api/open-referral/${list.name}`, async (request) => {
        const query = readListQuery(request.query)
        const isNear = nearness(query, list.name === 'service_at_locations', whereIs)
        const found = list.find(directory(), query).filter(isNear)
        const page = pageOf(found, query.page, query.per_page)
        return { ...page, contents: page.contents.map(listItemOf) }
      })
      app.get<{ Params: { id: string } }>(`/api/open-referral/${list.name}/:id`, async (request, reply) => {
        const { id } = request.params
        const entry = list.find(directory(), everything).find((each) => each.id === id)
        return (
          entry ?? nothingThere(reply, `There is no ${list.singular} with this id. Take one from the list.`)
        )
      })
    }
  }
}

/** Headers that let pages of every origin read the answer. */
export const openToAll = {
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
  'cache-control': 'public, max-age=300',
}

/** What a release publishes, with its services at their places worked out once. */
export interface PublishedDirectory extends OpenDirectory {
  readonly atLocations: readonly OpenServiceAtLocation[]
}

/** Reads the text of a release's `open-data/directory.json`. @throws Error when it is something else */
export function readDirectory(text: string): PublishedDirectory {
  const directory = openDirectorySchema.parse(JSON.parse(text))
  return { ...directory, atLocations: servicesAtLocations(directory) }
}

interface OpenList {
  readonly name: string
  readonly singular: string
  find(
    directory: PublishedDirectory,
    query: ListQuery,
  ): readonly (OpenReferralPart & { readonly id: string })[]
}

function listsWith(isAskedFor: ServiceFilter): readonly OpenList[] {
  return [
    {
      name: 'services',
      singular: 'service',
      find: ({ services }, query) => services.filter((service) => isAskedFor(service, query)),
    },
    {
      name: 'organizations',
      singular: 'organization',
      find: ({ organizations }, query) => organizations.filter((each) => isOrganizationAskedFor(each, query)),
    },
    { name: 'taxonomies', singular: 'taxonomy', find: () => openTaxonomies },
    { name: 'taxonomy_terms', singular: 'taxonomy term', find: () => openTerms },
    {
      name: 'service_at_locations',
      singular: 'service at a location',
      find: ({ atLocations }, query) => atLocations.filter(({ service }) => isAskedFor(service, query)),
    },
  ]
}

const everything = readListQuery({})

function nothingThere(reply: FastifyReply, error: string): { error: string } {
  reply.code(404).header('cache-control', 'no-store')
  return { error }
}
