import { getCollection } from 'astro:content'
import type { APIRoute } from 'astro'
import { printFacts } from '../../features/find-services/build-search-files.ts'
import type { SearchSource } from '../../features/find-services/search-file.ts'
import { listServices } from '../../features/records/site-records.ts'

/** What the index of the search is made of beside the text of pages: facts, and words that families use. */
export const GET: APIRoute = async () => {
  const files = await getCollection('synonyms')
  const source: SearchSource = {
    synonyms: files.flatMap(({ data }) => data.words.map(({ find, say }) => ({ find, say }))),
    services: printFacts(await listServices(), import.meta.env.CONTENT_DIR),
  }
  return Response.json(source)
}
