import { stemOf } from './word-stem.ts'

/** A piece of the text in which words were found. */
export interface ExcerptPart {
  readonly text: string
  readonly found: boolean
}

/**
 * The piece of a text that holds most of these words, each marked in any of its forms. Nothing when the text holds none.
 * `words` are in small letters.
 */
export function excerptOf(text: string, words: readonly string[]): ExcerptPart[] {
  const isFound = finds(words)
  const pieces = text.split(' ')
  const found = pieces.map((piece) => wordsIn(piece).filter(isFound))
  if (found.every((each) => each.length === 0)) return []
  const different = (from: number) =>
    new Set(
      found
        .slice(from, from + excerptWords)
        .flat()
        .map(stemOf),
    ).size
  let best = 0
  let most = 0
  for (const [at, each] of found.entries()) {
    if (each.length === 0) continue
    const from = Math.max(0, at - wordsBefore)
    const here = different(from)
    if (here > most) [best, most] = [from, here]
  }
  return markedParts(pieces.slice(best, best + excerptWords).join(' '), found.flat())
}

/** The words of a name or summary that are one of these in any of its forms, in small letters, each once. */
export function formsIn(text: string, words: readonly string[]): string[] {
  return [...new Set(wordsIn(text).filter(finds(words)))]
}

/** The words that were found, in small letters, each once. */
export function foundWords(parts: readonly ExcerptPart[]): string[] {
  return [...new Set(parts.filter(({ found }) => found).flatMap(({ text }) => wordsIn(text)))]
}

/** Marks words in a text, whole words only, in small or capital letters. */
export function markedParts(text: string, words: readonly string[]): ExcerptPart[] {
  if (words.length === 0) return [{ text, found: false }]
  return text
    .split(/([\p{L}\p{N}’']+)/u)
    .filter((piece) => piece !== '')
    .map((piece) => ({ text: piece, found: words.includes(piece.toLowerCase()) }))
}

/** Whether a word of a text is one of these, a form of one, or a longer one that begins with one. */
function finds(words: readonly string[]): (held: string) => boolean {
  const stems = new Set(words.map(stemOf))
  const beginnings = words.filter((word) => word.length > 2)
  return (held) => {
    const plain = held.replace(/['’]/g, '')
    return stems.has(stemOf(plain)) || beginnings.some((word) => plain.startsWith(word))
  }
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}’']+/gu) ?? []
}

const excerptWords = 22
const wordsBefore = 6
