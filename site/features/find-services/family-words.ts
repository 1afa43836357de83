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
  const needsSmallWords = translated.some(({ said }) => telling(said).length < said.length)
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
  const rest = tokens.filter((token) => !tellsNothing.has(token))
  return rest.length === 0 ? tokens : rest
}

/** True when none of these words says what is looked for: `I am and need help`. */
export function tellNothing(tokens: readonly string[]): boolean {
  return tokens.every((token) => token === 'help' || tellsNothing.has(token))
}

function positionOf(part: readonly string[], whole: readonly string[]): number | undefined {
  if (part.length === 0) return undefined
  const at = whole.findIndex((_, index) => part.every((token, offset) => whole[index + offset] === token))
  return at === -1 ? undefined : at
}

/** More would slow the search down for words that hardly differ. */
const mostSearches = 5

const tellsNothing = new Set(
  'a an the my our your his her their me i we he she they it is are was has have had for with to of in and or on at near by from can cannot cant does do doing did dont wont not get gets getting need needs want wants who what where how when which that this some any about please looking find son daughter kid toddler someone somebody there so too very just really also now you yet am'.split(
    ' ',
  ),
)
