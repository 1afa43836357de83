import { getCollection } from 'astro:content'
import type { APIRoute } from 'astro'

/** The words that families use, as editors keep them. The search index adds every word that stands on a page. */
export const GET: APIRoute = async () => {
  const files = await getCollection('synonyms')
  const synonyms = files.flatMap(({ data }) => data.words.map(({ find, say }) => ({ find, say })))
  return Response.json({ synonyms, vocabulary: [] })
}
