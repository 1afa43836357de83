/** A piece of the text in which words were found. */
export interface ExcerptPart {
  readonly text: string
  readonly found: boolean
}

/** Takes apart an excerpt as Pagefind gives it: escaped text with `<mark>` around what was found. */
export function excerptParts(excerpt: string): ExcerptPart[] {
  return excerpt
    .split(/<mark>([\s\S]*?)<\/mark>/)
    .map((text, index) => ({ text: unescaped(text), found: index % 2 === 1 }))
    .filter(({ text }) => text !== '')
}

function unescaped(text: string): string {
  return text.replace(/&(lt|gt|quot|#39|#x27|amp);/g, (whole, name: string) => signs[name] ?? whole)
}

const signs: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  amp: '&',
}
