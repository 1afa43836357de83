/** A piece of a message: plain text, or a link that is safe to open. */
export type TextPart = { text: string; href: string | null /** where it begins in the text */; at: number }

const webAddress = /https?:\/\/[^\s<>"'`{}|\\^]+/gi
const trailingPunctuation = /[.,;:!?…’”»)\]]+$/

/**
 * Cuts typed text into plain pieces and links. Only http and https addresses without a user name become links; every
 * character of the text comes back, in order. A closing bracket belongs to the link when it opened there.
 */
export function linksInText(text: string): TextPart[] {
  const parts: TextPart[] = []
  let from = 0
  for (const match of text.matchAll(webAddress)) {
    const address = withoutTrailing(match[0])
    const href = safeHref(address)
    if (href === null) continue
    if (match.index > from) parts.push({ text: text.slice(from, match.index), href: null, at: from })
    parts.push({ text: address, href, at: match.index })
    from = match.index + address.length
  }
  if (from < text.length) parts.push({ text: text.slice(from), href: null, at: from })
  return parts
}

function withoutTrailing(address: string): string {
  const cut = address.replace(trailingPunctuation, '')
  const closes = address.charAt(cut.length) === ')' && cut.split('(').length > cut.split(')').length
  return closes ? `${cut})` : cut
}

function safeHref(address: string): string | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  const web = url.protocol === 'http:' || url.protocol === 'https:'
  return web && url.username === '' && url.password === '' ? url.href : null
}
