/**
 * What in a text looks as if it tells who somebody is, as whoever writes it should look for it: `an email address`, `the
 * name “Kim”`. It looks for patterns and for `names` that are known; a person decides.
 */
export function personalSigns(text: string, names: readonly (string | null)[] = []): string[] {
  const signs = patterns.filter(({ pattern }) => pattern.test(text)).map(({ says }) => says)
  const known = names.flatMap((name) => name?.split(/\s+/) ?? []).filter((part) => part.length >= 3)
  const lower = ` ${text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `
  const found = known.filter((part) => lower.includes(` ${part.toLowerCase()} `))
  return [...signs, ...new Set(found.map((part) => `the name “${part}”`))]
}

/** What to do about such signs, in one sentence. */
export function sayLookAgain(signs: readonly string[]): string {
  return `This looks like ${signs.join(', ')}. Take out whatever tells who somebody is.`
}

const patterns: readonly { pattern: RegExp; says: string }[] = [
  { pattern: /\S@\S+\.\S/, says: 'an email address' },
  { pattern: /(?:\+?\d[\s()-]?){9,}\d/, says: 'a telephone number' },
  { pattern: /\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b/i, says: 'a postcode' },
]
