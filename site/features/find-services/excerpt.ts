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

/** The words that were found, in small letters and without signs around them, each once. */
export function foundWords(parts: readonly ExcerptPart[]): string[] {
  const words = parts.filter(({ found }) => found).flatMap(({ text }) => wordsIn(text))
  return [...new Set(words)]
}

/** Marks words in a text, whole words only, in small or capital letters. */
export function markedParts(text: string, words: readonly string[]): ExcerptPart[] {
  if (words.length === 0) return [{ text, found: false }]
  return text
    .split(/([\p{L}\p{N}’']+)/u)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, found: words.includes(piece.toLowerCase()) }))
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? []
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
