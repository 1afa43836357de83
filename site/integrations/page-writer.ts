import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FoundPage, foundPage } from './search-files.ts'
import { readSearchedPage } from './searched-page.ts'

/** Writes the pages of a release, and reads them for the search. */
export interface PageWriter {
  /** Writes a page, `index.html` in a folder of its own. */
  write(address: string, html: ArrayBuffer): void
  /** The pages so far that are to be found, by their addresses. */
  found(): FoundPage[]
}

export function createPageWriter(release: string): PageWriter {
  const found = new Map<string, FoundPage>()
  return {
    write: (address, html) => {
      const folder = join(release, address)
      mkdirSync(folder, { recursive: true })
      writeFileSync(join(folder, 'index.html'), Buffer.from(html))
      const page = readSearchedPage(new TextDecoder().decode(html))
      if (page !== undefined) found.set(address, foundPage(address, page))
    },
    found: () => [...found.keys()].sort().flatMap((address) => found.get(address) ?? []),
  }
}
