import { markdownToMdast, mdxToMdast } from 'satteri'
import { z } from 'zod'
import { wrongInComponent } from './mdx-components.ts'

/** What a text holds: sentences on what must not stand there (none when all is well), and its links as written. */
export interface TextScan {
  readonly problems: string[]
  readonly links: string[]
}

/**
 * Reads a Markdown or MDX text. Editors' text is data, never code: plain Markdown, and in guides the listed components
 * with literal attributes. One that cannot be read at all has one problem, which says why.
 *
 * It is read by the parser that the site is built with: where two parsers differ, as on tables, one would let through
 * what the other turns into HTML.
 */
export function scanText(body: string, kind: 'md' | 'mdx'): TextScan {
  const scan: TextScan = { problems: [], links: [] }
  const tooMuch = tooMuchToRead(body, kind)
  if (tooMuch !== undefined) return { ...scan, problems: [tooMuch] }
  try {
    visit(kind === 'mdx' ? mdxToMdast(body) : markdownToMdast(body), scan)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    scan.problems.push(`the text cannot be read: ${why}`)
  }
  return scan
}

const node = z.looseObject({
  type: z.string(),
  name: z.string().nullish(),
  url: z.string().optional(),
  depth: z.number().optional(),
  attributes: z
    .array(z.looseObject({ type: z.string(), name: z.string().optional(), value: z.unknown() }))
    .optional(),
  children: z.array(z.unknown()).optional(),
})

function visit(value: unknown, scan: TextScan): void {
  const here = node.parse(value)
  if (here.type === 'html') scan.problems.push('HTML is not allowed. Use Markdown')
  if (here.type === 'mdxjsEsm') scan.problems.push('“import” and “export” are not allowed')
  if (here.type.startsWith('mdx') && here.type.endsWith('Expression'))
    scan.problems.push('Expressions in curly brackets are not allowed')
  if (here.type === 'mdxJsxFlowElement' || here.type === 'mdxJsxTextElement') checkElement(here, scan)
  if (here.type === 'heading' && here.depth === 1)
    scan.problems.push('Start headings at the second level (##): the title is the first')
  if (here.type === 'yaml' || here.type === 'toml')
    scan.problems.push('Do not start the text with --- or +++: the lines between them would not be shown')
  if (here.type === 'image' || here.type === 'imageReference')
    scan.problems.push('Pictures in the text are not supported')
  if (isHugeTable(here)) scan.problems.push(hugeTable)
  if ((here.type === 'link' || here.type === 'definition') && here.url !== undefined)
    checkLink(here.url, scan)
  for (const child of here.children ?? []) visit(child, scan)
}

/**
 * What of a text is too much for the parser, as a sentence; undefined when nothing is. It needs seconds for one in which all
 * stands inside something else, and brackets inside brackets, which it takes for a program's, end the whole process.
 */
function tooMuchToRead(body: string, kind: 'md' | 'mdx'): string | undefined {
  if (body.length > longestText)
    return `The text is too long. Use ${longestText.toLocaleString('en-GB')} characters or fewer`
  if (deepLine.test(body)) return 'A line starts with too many signs of lists or quotes. Use 50 or fewer'
  const brackets = kind === 'mdx' ? (body.match(/[([{]/g) ?? []).length : 0
  if (brackets > mostBrackets)
    return `The text has too many brackets. Use ${mostBrackets.toLocaleString('en-GB')} or fewer`
  return undefined
}

/** In characters; a longer text would take the parser seconds. */
const longestText = 20_000
const mostBrackets = 1_000

/** Each sign opens one more list or quote inside the one before. */
const deepLine = /^(?:[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]))){51}/m

/** What of a text is too much to be drawn, however it is read, as a sentence; undefined when nothing is. */
export function tooMuchToDraw(body: string, kind: 'md' | 'mdx'): string | undefined {
  const hasHugeTable = (value: unknown): boolean => {
    const here = node.parse(value)
    return isHugeTable(here) || (here.children ?? []).some(hasHugeTable)
  }
  const tooMuch = tooMuchToRead(body, kind)
  if (tooMuch !== undefined) return tooMuch
  const readers = kind === 'mdx' ? [markdownToMdast, mdxToMdast] : [markdownToMdast]
  const isHuge = readers.some((read) => {
    try {
      return hasHugeTable(read(body))
    } catch {
      // What cannot be read is not drawn in this way.
      return false
    }
  })
  return isHuge ? hugeTable : undefined
}

/** Each row gets as many cells as the first, so a short text could make a page that no browser opens. */
function isHugeTable({ type, children = [] }: z.output<typeof node>): boolean {
  if (type !== 'table') return false
  const columns = node.safeParse(children[0]).data?.children?.length ?? 0
  return columns * children.length > mostCells
}

const mostCells = 2_000
const hugeTable = 'A table is too large. Use 2,000 cells or fewer'

function checkElement(here: z.output<typeof node>, scan: TextScan): void {
  const name = here.name ?? ''
  const attributes = here.attributes ?? []
  const isLiteral = attributes.every(
    (each) => each.type === 'mdxJsxAttribute' && typeof each.value === 'string',
  )
  if (!isLiteral) scan.problems.push(`<${name}>: an attribute must be plain text in quotation marks`)
  const given = Object.fromEntries(attributes.map((each) => [each.name ?? '', each.value]))
  scan.problems.push(...wrongInComponent(name, given))
}

function checkLink(url: string, scan: TextScan): void {
  if (/^(https?:\/\/|mailto:|tel:|\/|#)/.test(url)) scan.links.push(url)
  else scan.problems.push(`The link “${url}” must start with https://, /, #, mailto: or tel:`)
}
