/** `a primary school`, `an infant school`. */
export function withArticle(noun: string): string {
  return `${/^[aeiou8]/i.test(noun) ? 'an' : 'a'} ${noun}`
}

/** The text with a capital letter at its start. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
