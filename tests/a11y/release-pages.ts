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
export type Fault = {
  page: string
  message: string /** line and column, where they are known */
  at?: string
}

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

/** One line for each kind of fault, the most frequent first: a fault in a template is on hundreds of pages. */
export function summarise(faults: readonly Fault[], most = 60): string[] {
  const groups = new Map<string, Fault[]>()
  for (const fault of faults) groups.set(fault.message, [...(groups.get(fault.message) ?? []), fault])
  const lines = [...groups]
    .sort(([, a], [, b]) => b.length - a.length)
    .map(([message, [first, ...more]]) => {
      const place = [first?.page, first?.at].filter(Boolean).join(' ')
      return `${place}${more.length > 0 ? ` and ${more.length} more` : ''}: ${message}`
    })
  return lines.length > most ? [...lines.slice(0, most), `… and ${lines.length - most} more kinds`] : lines
}

function addressOf(relative: string): string {
  const address = `/${relative.split(path.sep).join('/')}`
  return address.endsWith('/index.html') ? address.slice(0, -'index.html'.length) : address
}
