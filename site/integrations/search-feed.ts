import { close, createIndex } from 'pagefind'
import type { IndexFile } from './search-files.ts'

/**
 * Gives finished pages to Pagefind while others are still being made: its program works beside ours, so that the index is
 * nearly there when the last page is.
 */
export interface SearchFeed {
  /** Gives a page to the index when it has `data-pagefind-body`. Pages are read in the order of these calls. */
  add(url: string, html: Promise<string>): void
  /** The files of the index, and how many pages are in it. @throws Error when a page could not be read */
  finish(): Promise<{ files: IndexFile[]; pages: number }>
}

/** Starts an index. `finish` must be called, or `stopSearch`. */
export async function startSearchFeed(): Promise<SearchFeed> {
  const { index, errors } = await createIndex({ forceLanguage: 'en', excludeSelectors })
  if (index === undefined) throw new Error(`The search index could not be made: ${errors.join(', ')}`)
  const reading: Promise<string[]>[] = []
  // The order of pages decides between results that fit equally well, so it must not depend on which page is ready first.
  let last: Promise<void> = Promise.resolve()
  return {
    add(url, html) {
      const before = last
      last = html.then(async (text) => {
        await before
        if (!text.includes('data-pagefind-body')) return
        const read = index.addHTMLFile({ url, content: searchedPart(text) })
        reading.push(read.then(({ errors }) => errors))
      })
      // A page that cannot be made ends the build by itself.
      last.catch(() => undefined)
    },
    async finish() {
      await last
      const wrong = (await Promise.all(reading)).flat()
      if (wrong.length > 0) throw new Error(`Pages could not be indexed: ${wrong.join(', ')}`)
      const { files, errors } = await index.getFiles()
      if (errors.length > 0) throw new Error(`The search index could not be read: ${errors.join(', ')}`)
      return { files: files.filter(({ path }) => isNeeded(path)), pages: reading.length }
    },
  }
}

/** Ends Pagefind's program, whatever became of the index. */
export async function stopSearch(): Promise<void> {
  await close()
}

/** A page without its header and footer, which are not searched: less to hand over. */
export function searchedPart(html: string): string {
  const from = html.indexOf('<main')
  const to = html.lastIndexOf('</main>')
  if (from === -1 || to === -1) return html
  return `<!doctype html><html lang="en-GB"><body>${html.slice(from, to)}</main></body></html>`
}

/** What pages say of every record, or of none: nobody looks for it, and it would hide what they look for. */
const excludeSelectors = ['.not-stated', '.govuk-tag--example']

/** Pagefind brings interfaces of its own; our results page needs none of them, nor a worker. */
function isNeeded(name: string): boolean {
  return !/(^|\/)pagefind-(ui|modular-ui|component-ui|highlight|worker)\.(js|css)$/.test(name)
}
