import { v5 as uuidV5 } from 'uuid'
import type { OpenReferralPart } from '#records/define-record.ts'
import { openDirectoryOf } from '#records/open-referral-directory.ts'
import type { OpenDirectory } from '#records/open-referral-entities.ts'
import { listItemOf, servicesAtLocations } from '#records/open-referral-lists.ts'
import { openTaxonomies, openTerms } from '#records/open-referral-taxonomies.ts'
import { onceABuild } from '../records/once-a-build.ts'
import { allProviders, allServices, pathOfRecord } from '../records/site-records.ts'
import type { ServiceRow } from './service-columns.ts'

/** All records of this build as open data. Services that are closed for good stay in it and say so. */
export const siteDirectory = onceABuild(async (): Promise<OpenDirectory> => {
  const services = (await allServices()).map(({ data, body = '' }) => ({ record: data, body }))
  const providers = (await allProviders()).map(({ data }) => data)
  return openDirectoryOf(services, providers, uuidV5)
})

/** The lists of the interface by the names they have in addresses, with their entries whole. */
export function listsOf(directory: OpenDirectory): OpenList[] {
  return [
    { name: 'services', entries: directory.services },
    { name: 'organizations', entries: directory.organizations },
    { name: 'taxonomies', entries: openTaxonomies },
    { name: 'taxonomy_terms', entries: openTerms },
    { name: 'service_at_locations', entries: servicesAtLocations(directory) },
  ]
}

/** The entries of a list as the list shows them. */
export function itemsOf({ entries }: OpenList): OpenReferralPart[] {
  return entries.map(listItemOf)
}

/** All services as rows of the CSV file, by name. */
export async function serviceRows(): Promise<ServiceRow[]> {
  const providers = new Map((await allProviders()).map(({ data }) => [data.id, data]))
  const rows = (await allServices()).flatMap(({ id, data, body = '' }) => {
    const provider = providers.get(data.provider)
    if (provider === undefined) throw new Error(`There is no provider with the id ${data.provider}`)
    return [{ service: data, provider, body: body.trim(), page: pathOfRecord('services', id) }]
  })
  return rows.sort((a, b) => byLetters(a.service.name, b.service.name))
}

interface OpenList {
  readonly name: string
  readonly entries: readonly (OpenReferralPart & { readonly id: string })[]
}

const byLetters = new Intl.Collator('en-GB').compare
