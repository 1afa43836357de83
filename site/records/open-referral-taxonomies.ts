import type { OpenTaxonomy } from './open-referral-entities.ts'
import { categories, needs, type OpenTerm } from './taxonomy.ts'

/** The lists that services choose from, as Open Referral names them. Ids never change. */
export const openTaxonomies: readonly OpenTaxonomy[] = [
  taxonomy({
    id: '4144a91a-815a-5ee9-b9f3-e5447dd6d209',
    name: 'category',
    description: 'What families look for in the Local Offer.',
    terms: categories,
  }),
  taxonomy({
    id: '121e93f3-396f-578f-8852-10ceea8ab2ce',
    name: 'need',
    description: 'Kinds of special educational need or disability that a service says it is for.',
    terms: needs,
  }),
]

/** All terms of all lists. */
export const openTerms = openTaxonomies.flatMap(({ taxonomy_terms }) => taxonomy_terms)

function taxonomy(list: {
  readonly id: string
  readonly name: string
  readonly description: string
  readonly terms: readonly OpenTerm[]
}): OpenTaxonomy {
  const { id, name, description } = list
  const taxonomy_terms = list.terms.map((term) => ({
    id: term.uuid,
    name: term.label,
    description: term.means,
    taxonomy: name,
    taxonomy_id: id,
  }))
  return { id, name, description, taxonomy_terms }
}
