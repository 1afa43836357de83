import { type FamilyWords, searchesFor, telling, tokensOf } from './family-words.ts'
import { corrected } from './nearest-word.ts'

/** One page that a search for words found. */
export interface WordHit {
  /** The page's id in the search index. */
  readonly id: string
  readonly score: number
}

/** What a search for words found. */
export interface WordAnswer<H extends WordHit> {
  readonly hits: readonly H[]
  /** The words after slips were put right, when there were some. */
  readonly shownFor: string | undefined
  /** True when no page holds all the words, so that pages with some of them are shown. */
  readonly partly: boolean
}

/** What the search for words needs to know. */
export interface WordSearch<H extends WordHit> {
  readonly synonyms: readonly FamilyWords[]
  /** Every word on a page, in small letters, frequent ones first. */
  readonly vocabulary: readonly string[]
  /** Finds pages that hold all words of a text. */
  find(text: string): Promise<readonly H[]>
}

/** Finds pages for what a person typed, best match first: in their words and in ours, with slips put right. */
export async function searchWords<H extends WordHit>(
  words: string,
  search: WordSearch<H>,
): Promise<WordAnswer<H>> {
  const shownFor = corrected(words, search.vocabulary)
  const meant = shownFor ?? words
  const found = await Promise.all(searchesFor(meant, search.synonyms).map((text) => search.find(text)))
  const hits = merged(found, Math.max)
  const single = telling(tokensOf(meant))
  if (hits.length > 0 || single.length < 2) return { hits, shownFor, partly: false }
  const some = await Promise.all(
    single.map(async (word) => {
      const lists = await Promise.all(searchesFor(word, search.synonyms).map((text) => search.find(text)))
      return merged(lists, Math.max)
    }),
  )
  const partial = withMostWords(some)
  return { hits: partial, shownFor, partly: partial.length > 0 }
}

/** The pages with the most of the words first; a word that few pages hold says more than one that many hold. */
function withMostWords<H extends WordHit>(byWord: readonly (readonly H[])[]): H[] {
  const worth = new Map<string, { words: number; rarity: number }>()
  for (const hits of byWord)
    for (const { id } of hits) {
      const { words, rarity } = worth.get(id) ?? { words: 0, rarity: 0 }
      worth.set(id, { words: words + 1, rarity: rarity + 1 / hits.length })
    }
  const of = (hit: H, what: 'words' | 'rarity') => worth.get(hit.id)?.[what] ?? 0
  return merged(byWord, (one, other) => one + other).sort(
    (a, b) => of(b, 'words') - of(a, 'words') || of(b, 'rarity') - of(a, 'rarity'),
  )
}

/** Joins lists of hits; a page that is in several gets one score of them. */
function merged<H extends WordHit>(
  lists: readonly (readonly H[])[],
  join: (one: number, other: number) => number,
): H[] {
  const best = new Map<string, H>()
  const scores = new Map<string, number>()
  for (const hit of lists.flat()) {
    const before = best.get(hit.id)
    if (before === undefined || hit.score > before.score) best.set(hit.id, hit)
    const score = scores.get(hit.id)
    scores.set(hit.id, score === undefined ? hit.score : join(score, hit.score))
  }
  return [...best.values()].sort((a, b) => (scores.get(b.id) ?? 0) - (scores.get(a.id) ?? 0))
}
