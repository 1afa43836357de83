import { inSentence } from '../records/in-sentence.ts'

/**
 * Whom to speak to, inside a sentence: `The club leader` → `the club leader`, `Duty nurse` → `the duty nurse`, `SENCO` →
 * `the SENCO`. Words that need no article, such as `Anyone at reception`, get none.
 */
export function roleInSentence(role: string): string {
  const withoutCapital = inSentence(role)
  if (withoutCapital !== role) return withoutCapital
  if (/^(any|some|every|who|the|your|our|an?)/i.test(role)) return lowered(role)
  return `the ${lowered(role)}`
}

/** Loses the first capital, unless the word is written in capitals, as `SENCO` is. */
function lowered(words: string): string {
  return /^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words
}
