/**
 * Finds words that may signal danger in what somebody typed. A match is a prompt to read with care: it decides nothing.
 * Whole words count, in any case, form ("bruise": bruised, bruising) and spacing ("self-harm": self harm, selfharm,
 * s e l f h a r m). Takes time in proportion to the text, whatever the text is; never throws.
 */
export type DangerFinder = (text: string) => readonly string[]

/**
 * Makes the finder for a list of words and phrases. It gives the entries it found, each once, in the order of the text.
 *
 * @param stem cuts the ending off a word; all the finder reads of a text goes through it
 */
export function createDangerFinder(entries: readonly string[], stem = stemOf): DangerFinder {
  const entryOf = new Map<string, string>()
  /** how entries begin: a text is read on only while it may still become one */
  const beginnings = new Set<string>()
  for (const entry of entries) {
    for (const key of keysOf(wordsIn(entry), stem)) {
      if (key === '') continue
      if (!entryOf.has(key)) entryOf.set(key, entry)
      for (let length = 1; length <= key.length; length += 1) beginnings.add(key.slice(0, length))
    }
  }
  return (text) => {
    const words = withoutHarmless(wordsIn(text))
    const found = new Set<string>()
    words.forEach((_, start) => {
      let plain = ''
      let stemmed = ''
      for (let end = start; end < words.length; end += 1) {
        const word = words[end] ?? ''
        if (word === '') break
        plain += word
        stemmed += stem(word)
        for (const key of [stemmed, stem(plain)]) {
          const entry = entryOf.get(key)
          if (entry !== undefined) found.add(entry)
        }
        if (!beginnings.has(stemmed) && !beginnings.has(plain)) break
      }
    })
    return [...found]
  }
}

/** What an entry may look like: its words' stems one after the other, and its words written as one. */
function keysOf(words: readonly string[], stem: typeof stemOf): string[] {
  return [words.map(stem).join(''), stem(words.join(''))]
}

/** Longest word that is looked at whole; what is longer is no word of a language, and is cut. */
const longestWord = 60

/** The words of a text in small letters, without accents, apostrophes and signs that cannot be seen. */
function wordsIn(text: string): string[] {
  const plain = text
    .normalize('NFKD')
    .replace(/[\p{M}\p{Cf}'’‘`´]/gu, '')
    .toLowerCase()
  return [...plain.matchAll(/[\p{L}\p{N}]+/gu)].map(([word]) => word.slice(0, longestWord))
}

/** Phrases of everyday talk with us that hold a word of the list and mean nothing bad. */
const harmless = [
  // Two words that read as one would be “abus(e)”.
  ['a', 'bus'],
  ['in', 'touch'],
  ['touch', 'screen'],
  ['touch', 'base'],
  ['knife', 'and', 'fork'],
] as const

/** The words with those of harmless phrases emptied; nothing is found across them. */
function withoutHarmless(words: readonly string[]): string[] {
  const kept = [...words]
  words.forEach((_, start) => {
    for (const phrase of harmless) {
      if (phrase.every((word, offset) => words[start + offset] === word))
        kept.fill('', start, start + phrase.length)
    }
  })
  return kept
}

/** Forms that no ending explains. */
const irregular: ReadonlyMap<string, string> = new Map([
  ['ran', 'run'],
  ['beaten', 'beat'],
  ['stole', 'steal'],
  ['stolen', 'steal'],
  ['dying', 'die'],
  ['dies', 'die'],
  ['died', 'die'],
  ['hung', 'hang'],
  ['burned', 'burnt'],
  ['shook', 'shaken'],
  ['choking', 'choke'],
])

/** A word without its ending: the same for "abuse", "abused" and "abusing". Not always a word itself. */
export function stemOf(word: string): string {
  const base = irregular.get(word) ?? word
  const cut = withoutEnding(base)
  const short = cut.length > 3 && cut.endsWith('e') ? cut.slice(0, -1) : cut
  return short
    .replace(/(.)\1$/u, '$1')
    .replace(/v$/, 'f')
    .replace(/y$/, 'i')
}

const endings = ['ings', 'ing', 'ied', 'ies', 'ers', 'er', 'ed', 'es', 's']

function withoutEnding(word: string): string {
  for (const ending of endings) {
    const rest = word.slice(0, -ending.length)
    if (!word.endsWith(ending) || rest.length < 3 || !/[aeiouy]/.test(rest)) continue
    if (ending === 's' && word.endsWith('ss')) return word
    return ending === 'ied' || ending === 'ies' ? `${rest}y` : rest
  }
  return word
}
