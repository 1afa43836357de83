import { type FactsFile, unpackFacts } from './facts-file.ts'
import type { FamilyWords } from './family-words.ts'
import { openPagefind } from './pagefind-browser.ts'
import type { PostcodeFile } from './postcode.ts'
import { createSearchIndex, type SearchIndex } from './search-index.ts'

/** Words for the search: pairs that editors keep, and every word that stands on a page, frequent ones first. */
export interface WordsFile {
  readonly synonyms: readonly FamilyWords[]
  readonly vocabulary: readonly string[]
}

/** Opens the search of this site: its index, facts and words. @throws when one of them cannot be fetched */
export async function openSearch(outwardCodes: readonly string[]): Promise<SearchIndex> {
  const [pagefind, facts, words] = await Promise.all([
    openPagefind('/pagefind/pagefind.js'),
    fetchJson<FactsFile>('/services/facts.json'),
    fetchJson<WordsFile>('/services/words.json'),
  ])
  const fetchPostcodes = kept((outward) => fetchJson<PostcodeFile>(`/postcodes/${outward}.json`))
  return createSearchIndex({
    pagefind,
    services: unpackFacts(facts),
    towns: facts.towns,
    ...words,
    outwardCodes,
    fetchPostcodes,
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
function kept<T>(fetchFile: (name: string) => Promise<T>): (name: string) => Promise<T> {
  const files = new Map<string, Promise<T>>()
  return (name) => {
    const file = files.get(name) ?? fetchFile(name)
    files.set(name, file)
    file.catch(() => files.delete(name))
    return file
  }
}
