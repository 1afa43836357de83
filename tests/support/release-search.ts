import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type FactsFile, unpackFacts } from '../../site/features/find-services/facts-file.ts'
import type { WordsFile } from '../../site/features/find-services/open-search.ts'
import type { Pagefind } from '../../site/features/find-services/pagefind-browser.ts'
import type { PostcodeFile } from '../../site/features/find-services/postcode.ts'
import { createSearchIndex, type SearchIndex } from '../../site/features/find-services/search-index.ts'

/**
 * The search of a built release without a browser: its own index, facts and words. `fetch` must answer for its files, see
 * `releaseFetch`.
 */
export async function openReleaseSearch(releaseDir: string): Promise<SearchIndex> {
  const address = pathToFileURL(join(releaseDir, 'pagefind/pagefind.js')).href
  const pagefind: Pagefind & NodeOptions = await import(/* @vite-ignore */ address)
  await pagefind.options({ noWorker: true, excerptLength: 22, basePath: '/pagefind/', baseUrl: '/' })
  await pagefind.init()
  const facts = await readJson<FactsFile>(releaseDir, 'services/facts.json')
  const words = await readJson<WordsFile>(releaseDir, 'services/words.json')
  const postcodes = await readJson<PostcodeFile>(releaseDir, 'postcodes/M33.json')
  return createSearchIndex({
    pagefind,
    services: unpackFacts(facts),
    towns: facts.towns,
    ...words,
    outwardCodes: ['M33'],
    fetchPostcodes: () => Promise.resolve(postcodes),
  })
}

/** A `fetch` that answers with the files of a release's index. */
export function releaseFetch(releaseDir: string): (input: string | URL | Request) => Promise<Response> {
  return async (input) => {
    const { pathname } = new URL(input instanceof Request ? input.url : input, 'http://release')
    const file = pathname.slice(pathname.indexOf('/pagefind/'))
    return new Response(await readFile(join(releaseDir, file)))
  }
}

async function readJson<T>(releaseDir: string, name: string): Promise<T> {
  const file: T = JSON.parse(await readFile(join(releaseDir, name), 'utf8'))
  return file
}

/** Where a page would find its index, which a module on disk cannot know. */
interface NodeOptions {
  options(options: {
    noWorker: boolean
    excerptLength: number
    basePath: string
    baseUrl: string
  }): Promise<void>
}
