import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type MapFile, mapWithIndexIds } from '../features/find-services/map-file.ts'
import type { SearchSource } from '../features/find-services/search-file.ts'
import { type FoundPage, searchFiles } from './search-files.ts'

/**
 * Writes the search index of a release's pages into `/search/`, in place of what the pages printed for it. Then the map's
 * file takes the numbers of the index. Gives how many pages can be found.
 */
export function writeSearch(release: string, pages: readonly FoundPage[]): number {
  const sourcePath = join(release, 'search/source.json')
  const source: SearchSource = JSON.parse(readFileSync(sourcePath, 'utf8'))
  rmSync(sourcePath)
  const { files, numbers } = searchFiles(source, pages)
  mkdirSync(dirname(join(release, files[1]?.path ?? '')), { recursive: true })
  for (const { path, text } of files) writeFileSync(join(release, path), text)
  const mapPath = join(release, 'services/map.json')
  const map: MapFile = JSON.parse(readFileSync(mapPath, 'utf8'))
  writeFileSync(mapPath, JSON.stringify(mapWithIndexIds(map, numbers)))
  return numbers.size
}
