import { telling, tokensOf } from './family-words.ts'
import { wordsToKeep } from './words-to-keep.ts'

/**
 * Puts right what was typed wrong: each word that no page holds becomes the nearest word that one does. `undefined` when
 * nothing is to be put right. `vocabulary` is in small letters, frequent words first.
 */
export function corrected(words: string, vocabulary: readonly string[]): string | undefined {
  const known = new Set(vocabulary)
  const told = new Set(telling(tokensOf(words)))
  let changed = false
  const right = tokensOf(words).map((word) => {
    if (!told.has(word) || isKnown(word, known, vocabulary)) return word
    const nearest = nearestWord(word, vocabulary)
    if (nearest === undefined) return word
    changed = true
    return nearest
  })
  return changed ? right.join(' ') : undefined
}

/**
 * The word that is the fewest slips away from this one; a frequent one before a rare one. It begins with the same letter,
 * since people know how a word begins, and only long words may hold two slips: else it would be another word.
 */
export function nearestWord(word: string, vocabulary: readonly string[]): string | undefined {
  const most = word.length < 4 ? 0 : word.length < 9 ? 1 : 2
  let best: { word: string; slips: number } | undefined
  for (const candidate of vocabulary) {
    if (candidate[0] !== word[0] || Math.abs(candidate.length - word.length) > most) continue
    const slips = slipsBetween(word, candidate)
    if (slips <= most && (best === undefined || slips < best.slips)) best = { word: candidate, slips }
  }
  return best?.word
}

/** How many slips lie between two words: a letter too many, too few or wrong, or two that changed places. */
export function slipsBetween(one: string, other: string): number {
  const rows: number[][] = [Array.from({ length: other.length + 1 }, (_, index) => index)]
  const at = (row: number, column: number) => rows[row]?.[column] ?? Number.POSITIVE_INFINITY
  for (let row = 1; row <= one.length; row++) {
    const now = [row]
    rows.push(now)
    for (let column = 1; column <= other.length; column++) {
      const same = one[row - 1] === other[column - 1]
      const swapped = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1]
      now[column] = Math.min(
        at(row - 1, column) + 1,
        at(row, column - 1) + 1,
        at(row - 1, column - 1) + (same ? 0 : 1),
        swapped ? at(row - 2, column - 2) + 1 : Number.POSITIVE_INFINITY,
      )
    }
  }
  return at(one.length, other.length)
}

/** A word that could be a slip of the keyboard: not a short one, nor one that families use as it is. */
export function mayBeWrong(word: string): boolean {
  return word.length >= 4 && !/\d/.test(word) && !wordsToKeep.has(word)
}

/** A page holds the word, another form of it, or a longer one that begins with it, as while people still type. */
function isKnown(word: string, known: ReadonlySet<string>, vocabulary: readonly string[]): boolean {
  if (!mayBeWrong(word) || known.has(word)) return true
  const root = rootOf(word)
  return vocabulary.some((each) => each.startsWith(word) || rootOf(each) === root)
}

/** What the forms of a word share: `therapies` and `therapy` give `therap`, `swimming` gives `swim`. */
function rootOf(word: string): string {
  return word.replace(/(.)\1(?:ing|ed)$/, '$1').replace(/(?:ing|ies|ers|er|es|ed|s|e|y)$/, '')
}
