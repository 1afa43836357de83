import { stemOf } from './word-stem.ts'

/** A piece of the text in which words were found. */
export interface ExcerptPart {
  readonly text: string
  readonly found: boolean
}

/**
 * The piece of a text that holds most of these words, each marked in any of its forms; it begins with a sentence or a
 * label, where one is near. Nothing when the text holds none. `words` are in small letters.
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
  const first = found.findIndex((each, at) => at >= best && each.length > 0)
  const from = stepsFrom(best, first).find((at) => isBeginning(pieces, at) && different(at) >= most) ?? best
  return markedParts(pieces.slice(from, from + excerptWords).join(' '), found.flat())
}

/** Where a piece may begin, the best first: up to the first word that was found, then a little before. */
function stepsFrom(best: number, first: number): number[] {
  const onward = Array.from({ length: first - best + 1 }, (_, step) => best + step)
  const before = Array.from({ length: Math.min(wordsBefore, best) }, (_, step) => best - 1 - step)
  return [...onward, ...before]
}

/** Whether a sentence begins with this piece, or a label such as “Ages:”. */
function isBeginning(pieces: readonly string[], at: number): boolean {
  if (at === 0) return true
  const [before = '', piece = '', after = ''] = pieces.slice(at - 1, at + 2)
  return sentenceEnd.test(before) || label.test(piece) || label.test(`${piece} ${after}`)
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

/** Not that of “St. Mary”. */
const sentenceEnd = /(?:\p{N}|\p{L}{3})[)’”]*[.!?][)’”]*$/u
const label = /^\p{Lu}[\p{L}’]*(?: \p{Ll}+)?:$/u

const excerptWords = 22
const wordsBefore = 6
