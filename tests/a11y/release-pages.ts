import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A page that the build printed. */
export type ReleasePage = {
  /** its address, such as `/services/` or `/404.html` */
  path: string
  /** its file, absolute */
  file: string
}

/** What one audit found: nothing, when it passed. */
export type AuditResult = { audit: string; pages: number; faults: Fault[] }
export type Fault = { page: string; message: string }

/**
 * Every page of a release, listed from the folder itself and sorted by address.
 * @throws {Error} when there is none: an audit of nothing must not pass
 */
export function listPages(releaseDir: string): ReleasePage[] {
  const pages = readdirSync(releaseDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.html'))
    .map((entry) => path.join(entry.parentPath, entry.name))
    .map((file) => ({ file, path: addressOf(path.relative(releaseDir, file)) }))
    .sort((a, b) => (a.path < b.path ? -1 : 1))
  if (pages.length === 0) throw new Error(`There is no page in ${releaseDir}: please build the site first.`)
  return pages
}

/** The text of a page. */
export function readPage(page: ReleasePage): string {
  return readFileSync(page.file, 'utf8')
}

function addressOf(relative: string): string {
  const address = `/${relative.split(path.sep).join('/')}`
  return address.endsWith('/index.html') ? address.slice(0, -'index.html'.length) : address
}
