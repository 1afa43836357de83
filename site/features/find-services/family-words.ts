/** A word that families use and what pages call it. */
export interface FamilyWords {
  readonly find: string
  readonly say: readonly string[]
}

/**
 * The searches that a person's words stand for: the words themselves without those that say nothing, then each with what
 * families say put into the words of our pages. `my son has a stammer` gives `stammer` and `speech and language therapy`;
 * a phrase that means something else without its small words, such as `not talking`, gives the words of our pages alone.
 */
export function searchesFor(words: string, synonyms: readonly FamilyWords[]): string[] {
  const typed = tokensOf(words)
  const translated = synonyms.flatMap(({ find, say }) =>
    say.flatMap((phrase) => {
      const said = tokensOf(phrase)
      const at = positionOf(said, typed)
      return at === undefined ? [] : [{ said, tokens: typed.toSpliced(at, said.length, ...tokensOf(find)) }]
    }),
  )
  translated.sort((a, b) => b.said.length - a.said.length)
  // Without its small words `not in school` would find every school.
  const needsSmallWords = translated.some(({ said }) => said.some(isSmallWord) && !said.every(isSmallWord))
  const all = [...(needsSmallWords ? [] : [typed]), ...translated.map(({ tokens }) => tokens)].map((tokens) =>
    telling(tokens).join(' '),
  )
  return [...new Set(all)].slice(0, mostSearches)
}

/** The words of a text in small letters, without signs: `Carer’s S&LT` gives `carers` and `s&lt`. */
export function tokensOf(text: string): string[] {
  return (
    text
      .toLowerCase()
      .replace(/['’]/g, '')
      .match(/[\p{L}\p{N}]+(?:&[\p{L}\p{N}]+)*/gu) ?? []
  )
}

/** The words that say what is looked for; all of them when none does. */
export function telling(tokens: readonly string[]): readonly string[] {
  const rest = tokens.filter(tells)
  return rest.length === 0 ? tokens : rest
}

/** True when none of these words says what is looked for: `I am and need help`. */
export function tellNothing(tokens: readonly string[]): boolean {
  return tokens.every((token) => token === 'help' || !tells(token))
}

function tells(token: string): boolean {
  return !smallWords.has(token) && !fillers.has(token)
}

function positionOf(part: readonly string[], whole: readonly string[]): number | undefined {
  if (part.length === 0) return undefined
  const at = whole.findIndex((_, index) => part.every((token, offset) => whole[index + offset] === token))
  return at === -1 ? undefined : at
}

/** More would slow the search down for words that hardly differ. */
const mostSearches = 5

/** True for a word that is on nearly every page and says nothing of any: the index of the search leaves it out. */
export function isSmallWord(token: string): boolean {
  return smallWords.has(token)
}

const smallWords = new Set(
  'a an the my our your his her their me i we he she they it is are was has have had for with to of in and or on at near by from can cannot cant does do doing did dont wont not get gets getting need needs want wants who what where how when which that this some any about please looking find son daughter kid toddler someone somebody there so too very just really also now you yet am'.split(
    ' ',
  ),
)

/** Words of people’s sentences that no page is looked for by, though pages hold them. */
const fillers = new Set(
  'as be been being but if into would could should might will see use used using go goes going come comes coming take takes taking make makes making keep keeps give gives know tell ask asks asking try trying let new thing things stuff way ways lot lots bit much many more most other another such than then these those'.split(
    ' ',
  ),
)
