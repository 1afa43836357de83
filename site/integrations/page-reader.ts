import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type FoundPage, foundPage } from './search-files.ts'
import { readSearchedPage } from './searched-page.ts'

/** Reads the pages of a release for the search, most of them while others are still drawn. */
export interface PageReader {
  /** A page was drawn, and will soon be written. Reads another that was drawn a while ago. */
  drawn(address: string): void
  /** The pages at these addresses, all of which are written now. Those that are not to be found are left out. */
  finish(addresses: readonly string[]): FoundPage[]
}

/** @param lag how many more pages are drawn before one is read: as many as are written side by side, and more */
export function createPageReader(release: string, lag: number): PageReader {
  const waiting: string[] = []
  const read = new Map<string, FoundPage | undefined>()
  return {
    drawn: (address) => {
      waiting.push(address)
      const next = waiting.length > lag ? waiting.shift() : undefined
      const html = next === undefined ? undefined : readPage(release, next)
      // One that is not written to its end is read when all are.
      if (next !== undefined && html?.endsWith('</html>')) read.set(next, found(next, html))
    },
    finish: (addresses) =>
      addresses.toSorted().flatMap((address) => {
        const page = read.has(address) ? read.get(address) : found(address, readPage(release, address))
        return page === undefined ? [] : [page]
      }),
  }
}

/** A page such as `404.html`, in no folder of its own, is not to be found. */
function readPage(release: string, address: string): string | undefined {
  const file = join(release, address, 'index.html')
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

function found(address: string, html: string | undefined): FoundPage | undefined {
  const page = html === undefined ? undefined : readSearchedPage(html)
  return page && foundPage(address, page)
}
