import { createHash } from 'node:crypto'
import { packFacts, packPlaces } from '../features/find-services/facts-file.ts'
import type { SearchFile, SearchSource, ServiceFile } from '../features/find-services/search-file.ts'
import {
  listWords,
  type PageWords,
  readWords,
  vocabularyOf,
  wordsOf,
} from '../features/find-services/word-shards.ts'
import type { SearchedPage } from './searched-page.ts'

/** A page that can be found, with its address: `/services/a-name/`. */
export interface FoundPage extends SearchedPage {
  readonly href: string
  readonly words: PageWords
}

/** A page that was read, with its words. */
export function foundPage(href: string, page: SearchedPage): FoundPage {
  return { ...page, href, words: readWords(page) }
}

/**
 * The files of the search, the first one first: see `SearchFile`. Services come in the order of the source; those without
 * a page are left out.
 */
export function searchFiles(
  { services, synonyms }: SearchSource,
  pages: readonly FoundPage[],
): { files: { path: string; text: string }[]; numbers: Map<string, string> } {
  const byHref = new Map(pages.map((page) => [page.href, page]))
  const found = services.flatMap((facts) => {
    const page = byHref.get(facts.id)
    return page?.card === undefined ? [] : [{ facts, page, card: page.card }]
  })
  const listed = new Set(found.map(({ page }) => page))
  const guidance = pages.filter((page) => page.kind !== undefined && !listed.has(page))
  const ordered = [...found.map(({ page }) => page), ...guidance]
  const { starts, shards } = listWords(
    ordered.map(({ words }) => words),
    shardSize,
  )
  const spoken = synonyms.flatMap(({ find, say }) => [find, ...say]).map((text) => new Set(wordsOf(text)))
  const written = ordered.map(({ words }) => words.all)
  const parts = [
    ...shards.map((shard, number) => ({ name: `words-${number}`, content: shard })),
    { name: 'places', content: packPlaces(found.map(({ facts }) => facts)) },
    { name: 'vocabulary', content: vocabularyOf([...written, ...spoken]) },
    ...found.map(({ page, card }, number) => ({
      name: `service-${number}`,
      content: { card: JSON.parse(card), text: page.body } satisfies ServiceFile,
    })),
  ].map(({ name, content }) => ({ name, text: JSON.stringify(content) }))
  const folder = `assets/${versionOf(parts)}`
  const first: SearchFile = {
    folder,
    starts,
    facts: packFacts(found.map(({ facts }) => facts)),
    guidance: guidance.map(({ href, name, kind = '' }) => ({ href, title: name, kind })),
    synonyms,
  }
  return {
    files: [
      { path: 'search/index.json', text: JSON.stringify(first) },
      ...parts.map(({ name, text }) => ({ path: `search/${folder}/${name}.json`, text })),
    ],
    numbers: new Map(ordered.map(({ href }, number) => [href, String(number)])),
  }
}

/** Names what the files hold, so that a browser never joins those of two releases. */
function versionOf(files: readonly { name: string; text: string }[]): string {
  const hash = createHash('sha256')
  for (const { name, text } of files) hash.update(`${name}\n${text}\n`)
  return hash.digest('base64url').slice(0, 12)
}

/** About 3 KB compressed: a search of three words fetches three to six. */
const shardSize = 8_000
