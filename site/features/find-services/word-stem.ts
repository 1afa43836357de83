import { stemmer } from 'stemmer'

/**
 * What the forms of an English word share (Porter’s stemmer): `therapies` and `therapy` give `therapi`, `swimming` and
 * `swims` give `swim`. Takes small letters; words with other signs than a to z come back as they are.
 */
export function stemOf(word: string): string {
  return /^[a-z]+$/.test(word) ? stemmer(word) : word
}
