import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { close, createIndex } from 'pagefind'
import type { FactsFile } from '../features/find-services/facts-file.ts'
import { type MapFile, mapWithIndexIds } from '../features/find-services/map-file.ts'
import type { WordsFile } from '../features/find-services/open-search.ts'
import { factsForIndex, type IndexFile, indexedPages, wordsForIndex } from './search-files.ts'

/**
 * Makes the search index of the finished pages, in `/pagefind/`. Only pages with `data-pagefind-body` are in it. Then the
 * facts and words of the search, which pages have printed, are fitted to that index.
 */
export function pagefind(): AstroIntegration {
  return {
    name: 'pagefind',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        const release = fileURLToPath(dir)
        try {
          const { files, pages } = await indexPages(release)
          for (const file of files) await writeIndexFile(release, file)
          await fitSearchFiles(release, files)
          logger.info(`${pages} pages read for the search`)
        } finally {
          await close()
        }
      },
    },
  }
}

async function indexPages(path: string): Promise<{ files: IndexFile[]; pages: number }> {
  const { index, errors } = await createIndex({ forceLanguage: 'en', excludeSelectors })
  if (index === undefined) throw new Error(`The search index could not be made: ${errors.join(', ')}`)
  const { page_count, errors: indexing } = await index.addDirectory({ path })
  if (indexing.length > 0) throw new Error(`Pages could not be indexed: ${indexing.join(', ')}`)
  const { files, errors: reading } = await index.getFiles()
  if (reading.length > 0) throw new Error(`The search index could not be read: ${reading.join(', ')}`)
  return { files: files.filter(({ path: name }) => isNeeded(name)), pages: page_count }
}

async function writeIndexFile(release: string, { path, content }: IndexFile): Promise<void> {
  const target = join(release, 'pagefind', path)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, content)
}

async function fitSearchFiles(release: string, files: readonly IndexFile[]): Promise<void> {
  const pages = indexedPages(files)
  const factsPath = join(release, 'services/facts.json')
  const facts: FactsFile = JSON.parse(await readFile(factsPath, 'utf8'))
  await writeFile(factsPath, JSON.stringify(factsForIndex(facts, pages)))
  const mapPath = join(release, 'services/map.json')
  const map: MapFile = JSON.parse(await readFile(mapPath, 'utf8'))
  const idOf = new Map(pages.map(({ id, url }) => [url, id]))
  await writeFile(mapPath, JSON.stringify(mapWithIndexIds(map, idOf)))
  const wordsPath = join(release, 'services/words.json')
  const words: WordsFile = JSON.parse(await readFile(wordsPath, 'utf8'))
  await writeFile(wordsPath, JSON.stringify(wordsForIndex(words, pages)))
}

/** What pages say of every record, or of none: nobody looks for it, and it would hide what they look for. */
const excludeSelectors = ['.not-stated', '.govuk-tag--example']

/** Pagefind brings interfaces of its own; our results page needs none of them, nor a worker. */
function isNeeded(name: string): boolean {
  return !/(^|\/)pagefind-(ui|modular-ui|component-ui|highlight|worker)\.(js|css)$/.test(name)
}
