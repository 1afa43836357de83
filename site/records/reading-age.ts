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
  const terms = known.map((term) => wordsOf(term).map(plainWord)).filter((term) => term.length > 0)
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

function count(sentence: string, terms: readonly (readonly string[])[]) {
  const words = wordsOf(sentence)
  const inTerm = wordsInTerms(words.map(plainWord), terms)
  const isKnown = words.map(
    (word, index) => inTerm.has(index) || (index > 0 && /^\p{Lu}/u.test(word)) || /\d/.test(word),
  )
  const syllables = words.map((word, index) => (isKnown[index] ? 1 : Math.max(1, syllable(word))))
  return {
    word: words.length,
    syllable: syllables.reduce((sum, each) => sum + each, 0),
    leftOut: isKnown.filter(Boolean).length,
  }
}

/** The places of words that belong to a whole term: “needs” alone is not “special educational needs”. */
function wordsInTerms(words: readonly string[], terms: readonly (readonly string[])[]): ReadonlySet<number> {
  const found = new Set<number>()
  for (const term of terms)
    for (let start = 0; start + term.length <= words.length; start += 1)
      if (term.every((word, offset) => words[start + offset] === word))
        term.forEach((_word, offset) => {
          found.add(start + offset)
        })
  return found
}

function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{N}’'-]+/gu) ?? []
}

function plainWord(word: string): string {
  return word
    .toLowerCase()
    .replace(/[’']s$/, '')
    .replace(/s$/, '')
}
