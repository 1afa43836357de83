import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { searchIn } from '../../site/features/find-services/open-search.ts'
import type { SearchFile } from '../../site/features/find-services/search-file.ts'
import type { SearchIndex } from '../../site/features/find-services/search-index.ts'

/** The search of a built release without a browser, on its own files. */
export async function openReleaseSearch(releaseDir: string): Promise<SearchIndex> {
  const fetchJson = <T>(address: string) => readJson<T>(join(releaseDir, address))
  const file = await readSearchFile(releaseDir)
  return searchIn(file, { towns: [], outwardCodes: ['M33'], fetchJson })
}

/** What the search of a release reads first. */
export function readSearchFile(releaseDir: string): Promise<SearchFile> {
  return readJson<SearchFile>(join(releaseDir, 'search/index.json'))
}

async function readJson<T>(path: string): Promise<T> {
  const file: T = JSON.parse(await readFile(path, 'utf8'))
  return file
}
