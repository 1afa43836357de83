import { pathOf } from '#records/collections.ts'
import { checkSlug } from '../git/content-path.ts'
import { notFound } from '../refusals.ts'
import { definitionNamed } from './record-file.ts'

/** Where a record stands, published or as a draft: its collection and its slug. */
export interface Place {
  readonly collection: string
  readonly slug: string
}

/** Where a record stands, from names that a client sent. @throws CmsRefusal, ContentPathError */
export function placeOf(collection: string, slug: string): Place {
  const definition = definitionNamed(collection)
  if (!definition || (definition.extension === 'yaml' && slug !== definition.name)) throw notFound()
  return { collection, slug: checkSlug(slug) }
}

/** The path of a record under the content root. @throws CmsRefusal where there is no such collection */
export function contentPath({ collection, slug }: Place): string {
  const name = definitionNamed(collection)?.name
  if (!name) throw notFound()
  return pathOf(name, slug)
}

/** How commits, the audit and notes name a record: `services/club`. */
export function subjectOf({ collection, slug }: Place): string {
  return `${collection}/${slug}`
}
