import { fleschKincaid } from 'flesch-kincaid'
import { syllable } from 'syllable'

/** How hard a text is to read. */
export interface ReadingAge {
  /** Flesch-Kincaid grade + 5, in years, to one decimal. 0 when there is nothing to read. */
  readonly age: number
  readonly words: number
  /** Share of the words, 0 to 1, that are names or words of the glossary: they count as words of one syllable. */
  readonly leftOut: number
  /** Sentences that are hard by themselves, the hardest first, with their age. */
  readonly hard: readonly { readonly sentence: string; readonly age: number }[]
}

/** A sentence this far above the limit is listed, so that a writer knows where to begin. */
const hardAbove = 4

/**
 * The reading age of texts, each a paragraph or a line of a list. Words that people must know anyway (`known`: terms of
 * the glossary) and names (a capital inside a sentence) are read as short words, and their share is told.
 */
export function readingAge(texts: readonly string[], known: readonly string[], limit: number): ReadingAge {
  const terms = knownWords(known)
  const sentences = texts.flatMap(sentencesOf).map((sentence) => ({ sentence, ...count(sentence, terms) }))
  const total = sentences.reduce(
    (sum, each) => ({
      word: sum.word + each.word,
      syllable: sum.syllable + each.syllable,
      leftOut: sum.leftOut + each.leftOut,
    }),
    { word: 0, syllable: 0, leftOut: 0 },
  )
  if (total.word === 0) return { age: 0, words: 0, leftOut: 0, hard: [] }
  const hard = sentences
    .filter((each) => each.word >= 8)
    .map((each) => ({
      sentence: each.sentence,
      age: ageOf({ sentence: 1, word: each.word, syllable: each.syllable }),
    }))
    .filter((each) => each.age > limit + hardAbove)
    .sort((a, b) => b.age - a.age)
  return {
    age: ageOf({ sentence: sentences.length, word: total.word, syllable: total.syllable }),
    words: total.word,
    leftOut: total.leftOut / total.word,
    hard,
  }
}

function ageOf(counts: { sentence: number; word: number; syllable: number }): number {
  return Math.max(0, Math.round((fleschKincaid(counts) + 5) * 10) / 10)
}

const segmenter = new Intl.Segmenter('en-GB', { granularity: 'sentence' })

/** The sentences of a text. A line of a list that has no full stop is one too. */
function sentencesOf(text: string): string[] {
  return [...segmenter.segment(text)]
    .map(({ segment }) => segment.trim())
    .filter((segment) => /\p{L}/u.test(segment))
}

function count(sentence: string, terms: ReadonlySet<string>) {
  const words = sentence.match(/[\p{L}\p{N}’'-]+/gu) ?? []
  const isKnown = words.map(
    (word, index) => terms.has(plainWord(word)) || (index > 0 && /^\p{Lu}/u.test(word)) || /\d/.test(word),
  )
  const syllables = words.map((word, index) => (isKnown[index] ? 1 : Math.max(1, syllable(word))))
  return {
    word: words.length,
    syllable: syllables.reduce((sum, each) => sum + each, 0),
    leftOut: isKnown.filter(Boolean).length,
  }
}

function knownWords(known: readonly string[]): ReadonlySet<string> {
  return new Set(
    known
      .flatMap((term) => term.split(/[^\p{L}\p{N}’'-]+/u))
      .filter(longWord)
      .map(plainWord),
  )
}

/** Small words of a term (“of”, “the”) are short anyway; left out of the list they keep the share honest. */
function longWord(word: string): boolean {
  return word.length > 3
}

function plainWord(word: string): string {
  return word
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replace(/s$/, '')
}
