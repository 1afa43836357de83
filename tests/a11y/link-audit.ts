import { existsSync, statSync } from 'node:fs'
import path from 'node:path'
import { attributeOf, type Element, elementsOf } from './html-elements.ts'
import { type AuditResult, type Fault, type ReleasePage, readPage } from './release-pages.ts'

/** Addresses that the servers answer, not the release: the helpdesk's and the CMS's own tests cover them. */
const serverAddresses = [
  '/api/',
  '/admin/',
  '/sign-in/',
  '/sign-out',
  '/message/',
  '/conversation/',
  '/post-me-a-copy/',
]

/** Attributes that name another page or file. */
const naming = ['href', 'src', 'action', 'poster', 'data', 'formaction']

/** Follows every internal link, file and anchor of every page, in the release folder; nothing is fetched. */
export function auditLinks(releaseDir: string, pages: readonly ReleasePage[]): AuditResult {
  const anchors = new Map<string, Set<string>>()
  const links: { from: string; to: string }[] = []
  for (const page of pages) {
    const elements = elementsOf(readPage(page))
    anchors.set(page.path, new Set(elements.flatMap((element) => attributeOf(element, 'id') ?? [])))
    for (const to of elements.flatMap(linksOf)) links.push({ from: page.path, to })
  }
  const faults = links.flatMap(({ from, to }): Fault[] => {
    const message = faultOf(releaseDir, anchors, from, to)
    return message ? [{ page: from, message }] : []
  })
  return { audit: 'links and anchors', pages: pages.length, faults }
}

function linksOf(element: Element): string[] {
  const sources = (attributeOf(element, 'srcset') ?? '')
    .split(',')
    .flatMap((source) => source.trim().split(/\s+/)[0] || [])
  return [...naming.flatMap((name) => attributeOf(element, name) ?? []), ...sources]
}

/** What is wrong with a link, or nothing. Links that leave the site are not followed. */
function faultOf(
  releaseDir: string,
  anchors: ReadonlyMap<string, ReadonlySet<string>>,
  from: string,
  to: string,
): string | undefined {
  if (!URL.canParse(to, `http://site${from}`)) return `links to "${to}", which is no address`
  if (/^(https?:)?\/\//.test(to) || /^(mailto|tel|sms|data|blob):/.test(to)) return undefined
  const url = new URL(to, `http://site${from}`)
  if (url.protocol !== 'http:') return `links to "${to}": only web, mail and telephone links are allowed`
  if (serverAddresses.some((address) => url.pathname.startsWith(address))) return undefined
  const target = anchors.get(url.pathname)
  if (!target) return isFile(releaseDir, url.pathname) ? undefined : `links to ${to}, which does not exist`
  const anchor = decodeURIComponent(url.hash.slice(1))
  if (anchor && !anchor.startsWith(':~:') && !target.has(anchor))
    return `links to ${to}, where nothing has the id "${anchor}"`
  return undefined
}

function isFile(releaseDir: string, pathname: string): boolean {
  const file = path.join(releaseDir, decodeURIComponent(pathname))
  return existsSync(file) && statSync(file).isFile()
}
