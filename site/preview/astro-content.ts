import { type CollectionName, definitionOf } from '#records/collections.ts'
import { drawText } from './draw-text.ts'
import { entriesOf, type PreviewEntry } from './preview-content.ts'

/**
 * Stands in the place of `astro:content` where pages are drawn for previews: it has what the site's pages use of it, over
 * records that were handed in.
 */

/** The entries of a collection, those for which `isWanted` where it is given. */
export async function getCollection(
  collection: CollectionName,
  isWanted: (entry: PreviewEntry) => boolean = () => true,
): Promise<PreviewEntry[]> {
  return entriesOf(collection).filter(isWanted)
}

/** The text of an entry as a component, and its headings. */
export async function render({ collection, body }: PreviewEntry) {
  return drawText(body, definitionOf(collection).extension === 'mdx' ? 'mdx' : 'md')
}
