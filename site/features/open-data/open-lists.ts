import type { OpenReferralPart } from '#records/define-record.ts'
import type { OpenDirectory } from '#records/open-referral-entities.ts'
import { listItemOf, servicesAtLocations } from '#records/open-referral-lists.ts'
import { openTaxonomies, openTerms } from '#records/open-referral-taxonomies.ts'

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

export interface OpenList {
  readonly name: string
  readonly entries: readonly (OpenReferralPart & { readonly id: string })[]
}
