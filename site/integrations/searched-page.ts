import type { SearchedText } from '../features/find-services/word-shards.ts'

/** A page as the search reads it. */
export interface SearchedPage extends SearchedText {
  /** What a list shows of a service, as JSON; `undefined` for other pages. */
  readonly card: string | undefined
  /** `Guide` or another kind of guidance; `undefined` for a service. */
  readonly kind: string | undefined
}

/**
 * Reads what the search needs of a finished page: the text inside the element with `data-search-page`, without those with
 * `data-search-skip` and what every page says. The heading is the name, `data-search-summary` marks the summary, and
 * `data-card`, `data-kind` and `data-words` say what no text does; `data-search-page="less"` puts a page behind others.
 * `undefined` for a page that is not to be found.
 */
export function readSearchedPage(html: string): SearchedPage | undefined {
  const start = html.indexOf(` ${marks.page}`)
  if (start === -1) return undefined
  const found = { name: '', summary: '', keywords: '', body: '' }
  const worth = html.startsWith(`${marks.page}="less"`, start + 1) ? 0.5 : 1
  const open: Element[] = []
  let card: string | undefined
  let kind: string | undefined
  pieces.lastIndex = html.lastIndexOf('<', start)
  for (let piece = pieces.exec(html); piece !== null; piece = pieces.exec(html)) {
    const [whole, closing, name = '', attributes = '', text] = piece
    const within = open.at(-1)
    if (text !== undefined) {
      if (within !== undefined && within.into !== undefined) found[within.into] += text
    } else if (name === '') continue
    else if (closing === '/') {
      // Words on both sides of an element are two words, unless it stands in the midst of a line.
      if (!inLine.has(name) && within?.into !== undefined) found[within.into] += ' '
      open.pop()
      if (open.length === 0) break
    } else {
      if (attributes.includes(' data-')) {
        card ??= attribute(attributes, 'data-card')
        kind ??= attribute(attributes, 'data-kind')
        found.keywords += ` ${attribute(attributes, 'data-words') ?? ''}`
      }
      if (!inLine.has(name) && within?.into !== undefined) found[within.into] += ' '
      if (name === 'script' || name === 'style')
        pieces.lastIndex = html.indexOf(`</${name}`, pieces.lastIndex)
      if (!empty.has(name) && !whole.endsWith('/>'))
        open.push({ into: destination(name, attributes, within) })
    }
  }
  const { name, summary, keywords, body } = found
  return {
    name: plain(name),
    summary: plain(summary),
    keywords: plain(keywords),
    body: plain(body),
    worth,
    card,
    kind,
  }
}

interface Element {
  /** Where its text belongs; nowhere when the search passes over it. */
  readonly into: 'name' | 'summary' | 'keywords' | 'body' | undefined
}

function destination(name: string, attributes: string, within: Element | undefined): Element['into'] {
  if (within !== undefined && within.into === undefined) return undefined
  if (attributes.includes(marks.skip) || skippedElements.has(name) || skippedClasses.test(attributes))
    return undefined
  if (name === 'h1') return 'name'
  if (attributes.includes(marks.summary)) return 'summary'
  return within?.into ?? 'body'
}

function attribute(attributes: string, name: string): string | undefined {
  const start = attributes.indexOf(` ${name}="`)
  if (start === -1) return undefined
  const value = start + name.length + 3
  return unescaped(attributes.slice(value, attributes.indexOf('"', value)))
}

function plain(text: string): string {
  return unescaped(text).replace(/\s+/g, ' ').trim()
}

function unescaped(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return signs[name] ?? whole
    return String.fromCodePoint(decimal === undefined ? Number.parseInt(hexadecimal, 16) : Number(decimal))
  })
}

const signs: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
  nbsp: ' ',
}

const marks = {
  page: 'data-search-page',
  skip: 'data-search-skip',
  summary: 'data-search-summary',
}

/** A comment, a tag or a piece of text. */
const pieces = /<!--[\s\S]*?-->|<(\/?)([a-z][a-z\d-]*)((?:"[^"]*"|'[^']*'|[^>"'])*)>|([^<]+)/gi

const empty = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const inLine = new Set('a abbr b bdi cite code dfn em i mark q small span strong sub sup time u'.split(' '))

/** What pages say of every record, or of none: nobody looks for it, and it would hide what they look for. */
const skippedElements = new Set(['script', 'style', 'svg', 'template', 'noscript', 'button', 'form'])
const skippedClasses = /\bclass="[^"]*\b(?:not-stated|govuk-tag--example|map-link|govuk-visually-hidden)\b/
