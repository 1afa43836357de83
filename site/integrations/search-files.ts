import { gunzipSync } from 'node:zlib'
import { type FactsFile, withIndexIds } from '../features/find-services/facts-file.ts'
import { tokensOf } from '../features/find-services/family-words.ts'
import type { WordsFile } from '../features/find-services/open-search.ts'

/** A page as the search index keeps it. */
export interface IndexedPage {
  readonly id: string
  readonly url: string
  readonly content: string
}

/** A file of the search index. */
export interface IndexFile {
  readonly path: string
  readonly content: Uint8Array
}

/** The pages in an index: each is a compressed file `fragment/<id>.pf_fragment`. */
export function indexedPages(files: readonly IndexFile[]): IndexedPage[] {
  return files.flatMap(({ path, content }) => {
    const id = /(?:^|\/)fragment\/(.+)\.pf_fragment$/.exec(path)?.[1]
    if (id === undefined) return []
    const page: Omit<IndexedPage, 'id'> = JSON.parse(
      gunzipSync(content).toString('utf8').slice(signature.length),
    )
    return [{ id, url: page.url, content: page.content }]
  })
}

/** The facts of services by the ids that the index gave their pages. */
export function factsForIndex(facts: FactsFile, pages: readonly IndexedPage[]): FactsFile {
  return withIndexIds(facts, new Map(pages.map(({ id, url }) => [url, id])))
}

/** The words for the search, with every word of four letters or more that stands on a page, frequent ones first. */
export function wordsForIndex(
  { synonyms }: Pick<WordsFile, 'synonyms'>,
  pages: readonly IndexedPage[],
): WordsFile {
  const counts = new Map<string, number>()
  const texts = [
    ...pages.map(({ content }) => content),
    ...synonyms.flatMap(({ say, find }) => [find, ...say]),
  ]
  for (const text of texts)
    for (const word of new Set(tokensOf(text)))
      if (/^\p{L}{4,24}$/u.test(word)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const vocabulary = [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([word]) => word)
  return { synonyms, vocabulary }
}

/** Stands before the JSON of every fragment. */
const signature = 'pagefind_dcd'
