import { pathOf } from '#records/collections.ts'
import { checkSlug } from '../git/content-path.ts'
import { notFound } from '../refusals.ts'
import { type CollectionDefinition, definitionNamed } from './record-file.ts'

/** Where a record stands, published or as a draft: its collection and its slug. */
export interface Place {
  readonly collection: string
  readonly slug: string
}

/** Where a record stands, from names that a client sent. @throws CmsRefusal, ContentPathError */
export function placeOf(collection: string, slug: string): Place {
  const { extension, name } = definitionFor({ collection })
  if (extension === 'yaml' && slug !== name) throw notFound()
  return { collection, slug: checkSlug(slug) }
}

/** How the records of a place's collection are made. @throws CmsRefusal where there is no such collection */
export function definitionFor({ collection }: Pick<Place, 'collection'>): CollectionDefinition {
  const definition = definitionNamed(collection)
  if (!definition) throw notFound()
  return definition
}

/** The path of a record under the content root. @throws CmsRefusal where there is no such collection */
export function contentPath(place: Place): string {
  return pathOf(definitionFor(place).name, place.slug)
}

/** How commits, the audit and notes name a record: `services/club`. */
export function subjectOf({ collection, slug }: Place): string {
  return `${collection}/${slug}`
}
