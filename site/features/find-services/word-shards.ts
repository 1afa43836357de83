import { isSmallWord, tokensOf } from './family-words.ts'

/** What the search reads of one page: text by how much a word in it says of the page. */
export interface SearchedText {
  readonly name: string
  readonly summary: string
  /** Words that families use for it. */
  readonly keywords: string
  readonly body: string
  /** How much its words count, 1 for most pages. */
  readonly worth: number
}

/** The words of one page. */
export interface PageWords {
  /** How much each word says of the page, from 1 to 35; words that say nothing of what is looked for are left out. */
  readonly weights: ReadonlyMap<string, number>
  readonly all: ReadonlySet<string>
}

/**
 * A part of the list of words: for each word the pages that hold it, as steps from one page's number to the next, and as
 * many characters as pages, 0 to 9 and a to z, that say how much the word says of the page.
 */
export type WordShard = Readonly<Record<string, readonly [steps: readonly number[], weights: string]>>

/** The list of words of all pages, in parts that begin with `starts`, in the order of the alphabet. */
export interface WordList {
  readonly starts: readonly string[]
  readonly shards: readonly WordShard[]
}

/**
 * Lists the words of pages with the pages that hold them. Words that say nothing of what is looked for, such as `the`, are
 * left out.
 *
 * @param shardSize about how many characters of JSON a part has
 */
export function listWords(pages: readonly PageWords[], shardSize: number): WordList {
  const weights = new Map<string, Map<number, number>>()
  pages.forEach((page, number) => {
    for (const [word, weight] of page.weights) {
      const ofWord = weights.get(word) ?? new Map<number, number>()
      weights.set(word, ofWord.set(number, weight))
    }
  })
  const starts: string[] = []
  const shards: Record<string, readonly [number[], string]>[] = []
  let size = shardSize
  for (const word of [...weights.keys()].sort()) {
    if (size >= shardSize) {
      starts.push(word)
      shards.push({})
      size = 0
    }
    const entry = packed(weights.get(word) ?? new Map())
    const shard = shards.at(-1)
    if (shard) shard[word] = entry
    size += word.length + entry[0].length * 3
  }
  return { starts, shards }
}

/** Every word of four letters or more, those on most pages first: what a word that was typed wrong may have meant. */
export function vocabularyOf(texts: readonly ReadonlySet<string>[]): string[] {
  const counts = new Map<string, number>()
  for (const words of texts) for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1)
  return [...counts]
    .filter(([word]) => /^\p{L}{4,24}$/u.test(word))
    .sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    .map(([word]) => word)
}

/** Reads the words of a page. */
export function readWords(page: SearchedText): PageWords {
  const all = new Set<string>()
  const sums = new Map<string, number>()
  for (const field of fields) {
    const words = wordsOf(page[field.name])
    const counts = new Map<string, number>()
    let telling = 0
    for (const word of words) {
      all.add(word)
      if (isSmallWord(word)) continue
      telling += 1
      counts.set(word, (counts.get(word) ?? 0) + 1)
    }
    // A word says more when there are few beside it, and the second time less than the first.
    const dilution = 1 + field.dilution * Math.max(0, telling - 1)
    for (const [word, count] of counts) {
      const share = ((page.worth * field.worth) / dilution) * (count / (count + 1))
      sums.set(word, (sums.get(word) ?? 0) + share)
    }
  }
  for (const [word, sum] of sums) sums.set(word, Math.max(1, Math.min(35, Math.round(sum))))
  return { weights: sums, all }
}

const fields = [
  { name: 'name', worth: 40, dilution: 0.06 },
  { name: 'keywords', worth: 24, dilution: 0.02 },
  { name: 'summary', worth: 16, dilution: 0.02 },
  { name: 'body', worth: 8, dilution: 0.002 },
] as const

/** The words of a text; one with a hyphen is found by its parts and without it: `pre-school` by `preschool`. */
export function wordsOf(text: string): string[] {
  // Looking for hyphens between letters takes long, and most texts have none.
  const joined = text.includes('-') ? (text.match(/\p{L}+(?:-\p{L}+)+/gu) ?? []) : []
  return [...tokensOf(text), ...joined.flatMap((each) => tokensOf(each.replaceAll('-', '')))]
}

function packed(pages: ReadonlyMap<number, number>): [number[], string] {
  let before = 0
  const steps: number[] = []
  let weights = ''
  for (const [number, weight] of pages) {
    steps.push(number - before)
    weights += weight.toString(36)
    before = number
  }
  return [steps, weights]
}
