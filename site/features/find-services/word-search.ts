import { type FamilyWords, searchesFor, telling, tokensOf } from './family-words.ts'
import { corrected, mayBeWrong } from './nearest-word.ts'

/** One page that a search for words found. */
export interface WordHit {
  /** The page's number in the search index. */
  readonly id: string
  readonly score: number
}

/** What a search for words found. */
export interface WordAnswer {
  readonly hits: readonly WordHit[]
  /** The words after slips were put right, when there were some. */
  readonly shownFor: string | undefined
  /** True when no page holds all the words, so that pages with some of them are shown. */
  readonly partly: boolean
}

/** What the search for words needs to know. */
export interface WordSearch {
  readonly synonyms: readonly FamilyWords[]
  /** Finds pages that hold all words of a text. */
  find(text: string): Promise<readonly WordHit[]>
  /** Whether a page holds the word, a form of it or a longer one that begins with it. */
  holds(word: string): Promise<boolean>
  /** What people look for first: while no such page holds all words, those with some are shown too. */
  isWanted(hit: WordHit): boolean
  /** Every word on a page, in small letters, frequent ones first. Asked for only when a word is on no page. */
  vocabulary(): Promise<readonly string[]>
}

/** Finds pages for what a person typed, best match first: in their words and in ours, with slips put right. */
export async function searchWords(words: string, search: WordSearch): Promise<WordAnswer> {
  const shownFor = await withSlipsRight(words, search)
  const meant = shownFor ?? words
  const found = await Promise.all(searchesFor(meant, search.synonyms).map((text) => search.find(text)))
  const hits = merged(found, Math.max)
  const single = telling(tokensOf(meant))
  if (hits.some(search.isWanted) || single.length < 2) return { hits, shownFor, partly: false }
  const some = await Promise.all(
    single.map(async (word) => {
      const lists = await Promise.all(searchesFor(word, search.synonyms).map((text) => search.find(text)))
      return merged(lists, Math.max)
    }),
  )
  const partial = withMostWords(some)
  const all = new Set(hits.map(({ id }) => id))
  return {
    hits: [...hits, ...partial.filter(({ id }) => !all.has(id))],
    shownFor,
    partly: partial.some(search.isWanted),
  }
}

/** The words with slips put right; `undefined` when there are none. Most searches hold none and need no vocabulary. */
async function withSlipsRight(
  words: string,
  { synonyms, holds, vocabulary }: WordSearch,
): Promise<string | undefined> {
  const said = new Set(synonyms.flatMap(({ find, say }) => [find, ...say].flatMap(tokensOf)))
  const doubtful = telling(tokensOf(words)).filter((word) => mayBeWrong(word) && !said.has(word))
  const held = await Promise.all(doubtful.map(holds))
  return held.every((each) => each) ? undefined : corrected(words, await vocabulary())
}

/** Pages with some of the words: the score of each counts once more for every word that it holds. */
function withMostWords(byWord: readonly (readonly WordHit[])[]): WordHit[] {
  const counts = new Map<string, number>()
  for (const { id } of byWord.flat()) counts.set(id, (counts.get(id) ?? 0) + 1)
  const words = ({ id }: WordHit) => counts.get(id) ?? 0
  return merged(byWord, (one, other) => one + other).sort((a, b) => b.score * words(b) - a.score * words(a))
}

/** Joins lists of hits; a page that is in several gets one score of them. */
function merged(
  lists: readonly (readonly WordHit[])[],
  join: (one: number, other: number) => number,
): WordHit[] {
  const scores = new Map<string, number>()
  for (const { id, score } of lists.flat()) {
    const before = scores.get(id)
    scores.set(id, before === undefined ? score : join(before, score))
  }
  return [...scores].map(([id, score]) => ({ id, score })).sort((a, b) => b.score - a.score)
}
