import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { AstroIntegration } from 'astro'
import { type MapFile, mapWithIndexIds } from '../features/find-services/map-file.ts'
import type { SearchSource } from '../features/find-services/search-file.ts'
import { type FoundPage, searchFiles } from './search-files.ts'
import { readSearchedPage } from './searched-page.ts'

/**
 * Makes the search index of the finished pages, in `/search/`. Only pages with `data-search-page` are in it, so that what
 * is found is what people read. Then the map's file takes the numbers of the index.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': ({ dir, pages: printed, logger }) => {
        const release = fileURLToPath(dir)
        const sourcePath = join(release, 'search/source.json')
        const source: SearchSource = JSON.parse(readFileSync(sourcePath, 'utf8'))
        rmSync(sourcePath)
        const pages = readPages(
          release,
          printed.map(({ pathname }) => pathname),
        )
        const { files, numbers } = searchFiles(source, pages)
        mkdirSync(dirname(join(release, files[1]?.path ?? '')), { recursive: true })
        for (const { path, text } of files) writeFileSync(join(release, path), text)
        const mapPath = join(release, 'services/map.json')
        const map: MapFile = JSON.parse(readFileSync(mapPath, 'utf8'))
        writeFileSync(mapPath, JSON.stringify(mapWithIndexIds(map, numbers)))
        logger.info(`${numbers.size} pages read for the search`)
      },
    },
  }
}

/** Pages by their addresses. A page such as `404.html`, in no folder of its own, is not to be found. */
function readPages(release: string, addresses: readonly string[]): FoundPage[] {
  return addresses.toSorted().flatMap((address) => {
    const file = join(release, address, 'index.html')
    const page = existsSync(file) ? readSearchedPage(readFileSync(file, 'utf8')) : undefined
    return page === undefined ? [] : [{ ...page, href: `/${address.replace(/^\//, '')}` }]
  })
}
