import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

/** Text of a feed, which may hold HTML, as plain text in one line. Blank text is `undefined`. */
export function plainLine(text: string | undefined): string | undefined {
  return plainText(text)?.replace(/\s+/g, ' ').trim() || undefined
}

/** Text of a feed as plain text: paragraphs with a blank line between them, list items with a hyphen. */
export function plainText(text: string | undefined): string | undefined {
  if (text === undefined) return undefined
  const once = readHtml(text)
  // Some feeds escape their HTML twice, so that the first reading gives tags.
  const whole = /<\/?(p|br|div|ul|li|strong|a|span|h\d)\b[^>]*>/i.test(once) ? readHtml(once) : once
  return tidy(whole) || undefined
}

/** Plain text as Markdown that shows exactly it: nothing of it turns into HTML, a link, a heading or emphasis. */
export function asMarkdown(text: string): string {
  return text
    .split('\n')
    .map((line) =>
      line
        .replace(/[\\`*[\]<]|_(?!\w)|(?<!\w)_/g, '\\$&')
        .replace(/&(?=#?\w+;)/g, '\\&')
        .replace(/^(\s*)(#|>|\+|~{3}|\||-(?!\s\S)|={1,}$|:)/, '$1\\$2')
        .replace(/^(\s*\d{1,9})([.)])/, '$1\\$2')
        .replace(/^ {4,}/, ''),
    )
    .join('\n')
}

/** At most `most` characters, cut behind a sentence or at a word. */
export function cutTo(text: string, most: number): string {
  if (text.length <= most) return text
  const sentence = text.slice(0, most).replace(/([.!?])\s+[^.!?]*$/, '$1')
  if (sentence.length < most && sentence.length > 20) return sentence
  return `${text.slice(0, most - 1).replace(/\s+\S*$/, '')}…`
}

function readHtml(text: string): string {
  if (!/<[a-z!/]|&[#a-z]/i.test(text)) return text
  return textOf(parseFragment(text).childNodes)
}

/** What never is text for people. */
const silent = new Set([
  'script',
  'style',
  'iframe',
  'object',
  'template',
  'noscript',
  'svg',
  'math',
  'head',
  'title',
])
const paragraphs = new Set([
  'p',
  'div',
  'ul',
  'ol',
  'table',
  'blockquote',
  'section',
  'article',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
])

function textOf(nodes: readonly DefaultTreeAdapterTypes.ChildNode[]): string {
  return nodes.map((node) => textOfNode(node)).join('')
}

function textOfNode(node: DefaultTreeAdapterTypes.ChildNode): string {
  if (node.nodeName === '#text' && 'value' in node) return node.value.replace(/[ \t\r\n]+/g, ' ')
  if (!('childNodes' in node) || silent.has(node.nodeName)) return ''
  if (node.nodeName === 'br') return '\n'
  const inside = textOf(node.childNodes)
  if (node.nodeName === 'li') return `\n- ${inside.trim()}`
  if (node.nodeName === 'td' || node.nodeName === 'th') return `${inside.trim()} `
  if (node.nodeName === 'tr') return `${inside}\n`
  if (paragraphs.has(node.nodeName)) return `\n\n${inside}\n\n`
  if (node.nodeName === 'a') return withAddress(inside, node.attrs)
  return inside
}

/** A link keeps its address where a reader could not guess it. */
function withAddress(label: string, attributes: readonly { name: string; value: string }[]): string {
  const address = attributes.find(({ name }) => name === 'href')?.value.trim() ?? ''
  if (!/^https?:\/\//i.test(address) || label.includes(address)) return label
  return label.trim() === '' ? address : `${label} (${address})`
}

function tidy(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}|\p{Cf}|\p{Cs}/gu, '')
    .replace(/[ \t\u00A0]+/g, ' ')
    .replace(/ *\n */g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}
