import type { WordHit } from './word-search.ts'
import type { WordShard } from './word-shards.ts'
import { stemOf } from './word-stem.ts'

/** Finds pages by words. Only the parts of the list of words that are needed are fetched. */
export interface WordIndex {
  /** The pages that hold all words of a text, in any form or as the beginning of a longer word; best match first. */
  find(text: string): Promise<WordHit[]>
  /** Whether a page holds the word, a form of it, or a longer one that begins with it. */
  holds(word: string): Promise<boolean>
}

/**
 * @param options.starts the first word of each part, in the order of the alphabet
 * @param options.services how many of the pages, the first ones, are services: a word is as rare as it is among them
 * @param options.fetchShard fetches a part by its number; each is asked for once, again only when it failed
 */
export function createWordIndex(options: {
  readonly starts: readonly string[]
  readonly services: number
  fetchShard(number: number): Promise<WordShard>
}): WordIndex {
  const { starts, services, fetchShard } = options

  async function wordsLike(word: string): Promise<LikeWord[]> {
    const stem = stemOf(word)
    const beginning = sharedBeginning(word)
    const shards = await Promise.all(shardsWith(starts, beginning).map(fetchShard))
    return shards.flatMap((shard) =>
      Object.keys(shard).flatMap((held) => {
        const likeness = held.startsWith(beginning) ? likenessOf(held, word, stem) : undefined
        const pages = shard[held]
        return likeness === undefined || pages === undefined ? [] : [{ ...likeness, pages }]
      }),
    )
  }

  async function pagesWith(word: string): Promise<Map<number, number>> {
    const like = await wordsLike(word)
    const best = new Map<number, number>()
    for (const { worth, pages } of meantBy(word, like)) {
      const [steps, weights] = pages
      let page = 0
      steps.forEach((step, at) => {
        page += step
        const ofPage = worth * Number.parseInt(weights.charAt(at), 36)
        if (ofPage > (best.get(page) ?? 0)) best.set(page, ofPage)
      })
    }
    return best
  }

  return {
    async find(text) {
      const words = [...new Set(text.split(' '))].filter((word) => word !== '')
      const lists = await Promise.all(words.map(pagesWith))
      const [fewest, ...others] = lists.toSorted((a, b) => a.size - b.size)
      const rarities = lists.map((list) => {
        const holding = [...list.keys()].filter((page) => page < services).length
        return rarity(holding, services)
      })
      const worthOf = (list: ReadonlyMap<number, number>, at: number, page: number) =>
        (list.get(page) ?? 0) * (rarities[at] ?? 0)
      return [...(fewest?.keys() ?? [])]
        .filter((page) => others.every((list) => list.has(page)))
        .map((page) => ({
          id: String(page),
          score: lists.reduce((sum, list, at) => sum + worthOf(list, at, page), 0),
        }))
        .sort((a, b) => b.score - a.score || Number(a.id) - Number(b.id))
    },
    async holds(word) {
      return (await wordsLike(word)).some(({ kind }) => kind === 'form' || kind === 'longer')
    },
  }
}

/** The words on pages that a typed word means: those that are surest, and less sure ones where there are none. */
function meantBy(word: string, like: readonly LikeWord[]): readonly LikeWord[] {
  const forms = like.filter(({ kind }) => kind === 'form')
  // Too many words begin with three letters: `car` is no beginning of `carers` when a page says `car`.
  if (forms.length > 0 && word.length < 4) return forms
  const sure = like.filter(({ kind }) => kind !== 'root')
  return sure.length > 0 ? sure : like
}

/** What all words that could answer this one begin with. */
function sharedBeginning(word: string): string {
  return word.slice(0, Math.max(2, Math.min(leastRoot, word.length - 1)))
}

/** How a word on a page answers one that was typed, and how well, 1 being the same; nothing when it does not. */
function likenessOf(held: string, word: string, stem: string): Omit<LikeWord, 'pages'> | undefined {
  if (held === word) return { kind: 'form', worth: 1 }
  const heldStem = stemOf(held)
  if (heldStem === stem) return { kind: 'form', worth: 0.9 }
  // While people type, any longer word may be meant; one that is nearly finished is the likeliest.
  if (held.startsWith(word)) return { kind: 'longer', worth: (0.8 * word.length) / held.length }
  if (held.startsWith(stem)) return { kind: 'near', worth: (0.6 * stem.length) / held.length }
  if (isNear(held, word)) return { kind: 'near', worth: 0.5 }
  const isRoot = heldStem.length >= leastRoot && word.startsWith(heldStem)
  return isRoot ? { kind: 'root', worth: (0.25 * heldStem.length) / word.length } : undefined
}

/** `physiotherapist` and `physiotherapy` are no forms of each other, but near enough. */
function isNear(held: string, word: string): boolean {
  let shared = 0
  while (shared < held.length && held[shared] === word[shared]) shared++
  return shared >= 6 && Math.max(held.length, word.length) - shared <= 3
}

/** A shorter word may be the root of a longer one, as `swim` of `swimmer`. */
const leastRoot = 4

/** A word on pages that answers one that was typed. */
interface LikeWord {
  readonly kind: 'form' | 'longer' | 'near' | 'root'
  /** How well it answers, up to 1. */
  readonly worth: number
  readonly pages: readonly [steps: readonly number[], weights: string]
}

/** A word that few services hold says more than one that many hold (inverse document frequency, as BM25 has it). */
function rarity(holding: number, services: number): number {
  return Math.log(1 + (services - holding + 0.5) / (holding + 0.5))
}

/** The numbers of the parts that may hold words with this beginning. */
function shardsWith(starts: readonly string[], beginning: string): number[] {
  const after = starts.findIndex((start) => start > beginning && !start.startsWith(beginning))
  const last = (after === -1 ? starts.length : after) - 1
  const first = starts.findLastIndex((start) => start <= beginning)
  return Array.from(
    { length: Math.max(0, last - Math.max(0, first) + 1) },
    (_, at) => Math.max(0, first) + at,
  )
}
