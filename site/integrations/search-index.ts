import { globSync } from 'node:fs'
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
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
      'astro:build:done': async ({ dir, logger }) => {
        const release = fileURLToPath(dir)
        const sourcePath = join(release, 'search/source.json')
        const source: SearchSource = JSON.parse(await readFile(sourcePath, 'utf8'))
        await rm(sourcePath)
        const pages = await readPages(release)
        const { files, numbers } = searchFiles(source, pages)
        await mkdir(dirname(join(release, files[1]?.path ?? '')), { recursive: true })
        for (const { path, text } of files) await writeFile(join(release, path), text)
        const mapPath = join(release, 'services/map.json')
        const map: MapFile = JSON.parse(await readFile(mapPath, 'utf8'))
        await writeFile(mapPath, JSON.stringify(mapWithIndexIds(map, numbers)))
        logger.info(`${numbers.size} pages read for the search`)
      },
    },
  }
}

async function readPages(release: string): Promise<FoundPage[]> {
  const pages: FoundPage[] = []
  for (const path of globSync('**/index.html', { cwd: release }).sort()) {
    const page = readSearchedPage(await readFile(join(release, path), 'utf8'))
    if (page !== undefined) pages.push({ ...page, href: `/${path.slice(0, -'index.html'.length)}` })
  }
  return pages
}
