/**
 * What the forms of an English word share: `therapies` and `therapy` give `therapi`, `swimming` and `swims` give `swim`.
 * Source: M. F. Porter, “An algorithm for suffix stripping”, Program 14(3), 1980. Takes small letters; words with other
 * signs than a to z come back as they are.
 */
export function stemOf(word: string): string {
  if (word.length < 3 || !/^[a-z]+$/.test(word)) return word
  const plural = withoutPlural(word)
  const past = withoutPast(plural)
  const ended = past.endsWith('y') && hasVowel(past.slice(0, -1)) ? `${past.slice(0, -1)}i` : past
  const shorter = replaced(replaced(ended, secondEndings), thirdEndings)
  return withoutLastE(withoutEnding(shorter))
}

function withoutPlural(word: string): string {
  if (/(?:ss|i)es$/.test(word)) return word.slice(0, -2)
  return /[^s]s$/.test(word) ? word.slice(0, -1) : word
}

function withoutPast(word: string): string {
  if (word.endsWith('eed')) return measure(word.slice(0, -3)) > 0 ? word.slice(0, -1) : word
  const stem = /^(.*)(?:ed|ing)$/.exec(word)?.[1]
  if (stem === undefined || !hasVowel(stem)) return word
  if (/(?:at|bl|iz)$/.test(stem)) return `${stem}e`
  if (/([^aeiouylsz])\1$/.test(stem)) return stem.slice(0, -1)
  return measure(stem) === 1 && endsShort(stem) ? `${stem}e` : stem
}

/** Puts the short form of the first ending that fits in its place, when enough of the word is left before it. */
function replaced(word: string, endings: readonly (readonly [string, string])[]): string {
  const found = endings.find(([long]) => word.endsWith(long))
  if (found === undefined) return word
  const stem = word.slice(0, -found[0].length)
  return measure(stem) > 0 ? stem + found[1] : word
}

function withoutEnding(word: string): string {
  const found = lastEndings.find((ending) => word.endsWith(ending))
  if (found === undefined) return word
  const stem = word.slice(0, -found.length)
  if (measure(stem) < 2 || (found === 'ion' && !/[st]$/.test(stem))) return word
  return stem
}

function withoutLastE(word: string): string {
  const stem = word.slice(0, -1)
  const dropsE = word.endsWith('e') && (measure(stem) > 1 || (measure(stem) === 1 && !endsShort(stem)))
  const shorter = dropsE ? stem : word
  return shorter.endsWith('ll') && measure(shorter) > 1 ? shorter.slice(0, -1) : shorter
}

/** How often vowels are followed by consonants: 0 in `tree`, 1 in `trouble`, 2 in `troubles`. */
function measure(stem: string): number {
  return shape(stem).match(/v+c+/g)?.length ?? 0
}

function hasVowel(stem: string): boolean {
  return shape(stem).includes('v')
}

/** Ends consonant, vowel, consonant, as `hop` and `swim` do, and the last is not w, x or y. */
function endsShort(stem: string): boolean {
  return shape(stem).endsWith('cvc') && !/[wxy]$/.test(stem)
}

/** `c` for each consonant and `v` for each vowel; y is a vowel after a consonant. */
function shape(stem: string): string {
  let shape = ''
  for (const letter of stem)
    shape += 'aeiou'.includes(letter) || (letter === 'y' && shape.endsWith('c')) ? 'v' : 'c'
  return shape
}

const secondEndings = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['enci', 'ence'],
  ['anci', 'ance'],
  ['izer', 'ize'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['entli', 'ent'],
  ['eli', 'e'],
  ['ousli', 'ous'],
  ['ization', 'ize'],
  ['ation', 'ate'],
  ['ator', 'ate'],
  ['alism', 'al'],
  ['iveness', 'ive'],
  ['fulness', 'ful'],
  ['ousness', 'ous'],
  ['aliti', 'al'],
  ['iviti', 'ive'],
  ['biliti', 'ble'],
] as const

const thirdEndings = [
  ['icate', 'ic'],
  ['ative', ''],
  ['alize', 'al'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ful', ''],
  ['ness', ''],
] as const

const lastEndings = 'ement ance ence able ible ment ent ant ism ate iti ous ive ize ion al er ic ou'.split(
  ' ',
)
