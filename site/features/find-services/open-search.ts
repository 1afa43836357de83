import type { AreaFacts } from './area-facts.ts'
import { type PlacesFile, unpackFacts, withPlaces } from './facts-file.ts'
import type { PostcodeFile } from './postcode.ts'
import type { SearchFile, ServiceFile } from './search-file.ts'
import { createSearchIndex, type SearchIndex } from './search-index.ts'
import { createWordIndex } from './word-index.ts'
import type { WordShard } from './word-shards.ts'

/**
 * Opens the search of this site. Files of words and services are fetched when a search needs them.
 *
 * @throws when a file cannot be fetched
 */
export async function openSearch(area: Pick<AreaFacts, 'towns' | 'outwardCodes'>): Promise<SearchIndex> {
  return searchIn(await fetchJson<SearchFile>('/search/index.json'), { ...area, fetchJson })
}

/** The search of an index whose other files `fetchJson` gives. */
export function searchIn(
  { folder, starts, facts, guidance, synonyms }: SearchFile,
  site: Pick<AreaFacts, 'towns' | 'outwardCodes'> & { fetchJson<T>(address: string): Promise<T> },
): SearchIndex {
  const services = unpackFacts(facts)
  const from = `/search/${folder}`
  const fetchShard = kept((number: number) => site.fetchJson<WordShard>(`${from}/words-${number}.json`))
  const fetchVocabulary = kept((name: string) => site.fetchJson<readonly string[]>(`${from}/${name}.json`))
  const fetchLocated = kept(async (name: string) =>
    withPlaces(services, await site.fetchJson<PlacesFile>(`${from}/${name}.json`)),
  )
  return createSearchIndex({
    words: createWordIndex({ starts, services: services.length, fetchShard }),
    services,
    guidance,
    towns: site.towns,
    synonyms,
    outwardCodes: site.outwardCodes,
    fetchLocated: () => fetchLocated('places'),
    fetchVocabulary: () => fetchVocabulary('vocabulary'),
    fetchService: kept((id: string) => site.fetchJson<ServiceFile>(`${from}/service-${id}.json`)),
    fetchPostcodes: kept((outward: string) => site.fetchJson<PostcodeFile>(`/postcodes/${outward}.json`)),
  })
}

/** Fetches a file that this build printed, so its form is known. @throws when it cannot be fetched */
export async function fetchJson<T>(address: string): Promise<T> {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} could not be fetched: ${response.status}`)
  const file: T = await response.json()
  return file
}

/** Fetches each file once; again only when it failed. */
function kept<Name, T>(fetchFile: (name: Name) => Promise<T>): (name: Name) => Promise<T> {
  const files = new Map<Name, Promise<T>>()
  return (name) => {
    const file = files.get(name) ?? fetchFile(name)
    files.set(name, file)
    file.catch(() => files.delete(name))
    return file
  }
}
