import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration, AstroPrerenderer } from 'astro'
import type { FactsFile } from '../features/find-services/facts-file.ts'
import type { WordsFile } from '../features/find-services/open-search.ts'
import { type SearchFeed, startSearchFeed, stopSearch } from './search-feed.ts'
import { factsForIndex, type IndexFile, indexedPages, wordsForIndex } from './search-files.ts'

/**
 * Makes the search index of the pages, in `/pagefind/`, while they are made. Only pages with `data-pagefind-body` are in
 * it. Then the facts and words of the search, which pages have printed, are fitted to that index.
 */
export function pagefind(): AstroIntegration {
  let feed: SearchFeed | undefined
  return {
    name: 'pagefind',
    hooks: {
      'astro:build:start': async ({ setPrerenderer }) => {
        const started = await startSearchFeed()
        feed = started
        setPrerenderer((astros) => feeding(astros, started))
      },
      'astro:build:done': async ({ dir, logger }) => {
        const release = fileURLToPath(dir)
        try {
          if (feed === undefined) throw new Error('The pages were made before the search index was begun.')
          const { files, pages } = await feed.finish()
          writeIndexFiles(release, files)
          fitSearchFiles(release, files)
          logger.info(`${pages} pages are in the search`)
        } finally {
          await stopSearch()
        }
      },
    },
  }
}

/** Renders as Astro does, and shows every page to the search index. */
function feeding(astros: AstroPrerenderer, feed: SearchFeed): AstroPrerenderer {
  return {
    ...astros,
    render: (request, options) => {
      const rendered = astros
        .render(request, options)
        .then((result) => (result instanceof Response ? result : result.response))
      if (options.routeData.type !== 'page') return rendered
      const page = rendered.then(async (response) => ({ response, html: await response.text() }))
      feed.add(
        new URL(request.url).pathname,
        page.then(({ html }) => html),
      )
      return page.then(({ html, response }) => new Response(html, response))
    },
  }
}

function writeIndexFiles(release: string, files: readonly IndexFile[]): void {
  const folders = new Set(files.map(({ path }) => dirname(path)))
  for (const folder of folders) mkdirSync(join(release, 'pagefind', folder), { recursive: true })
  for (const { path, content } of files) writeFileSync(join(release, 'pagefind', path), content)
}

function fitSearchFiles(release: string, files: readonly IndexFile[]): void {
  const pages = indexedPages(files)
  const factsPath = join(release, 'services/facts.json')
  const facts: FactsFile = JSON.parse(readFileSync(factsPath, 'utf8'))
  writeFileSync(factsPath, JSON.stringify(factsForIndex(facts, pages)))
  const wordsPath = join(release, 'services/words.json')
  const words: WordsFile = JSON.parse(readFileSync(wordsPath, 'utf8'))
  writeFileSync(wordsPath, JSON.stringify(wordsForIndex(words, pages)))
}
