/** `a primary school`, `an infant school`. */
export function withArticle(noun: string): string {
  return `${/^[aeiou8]/i.test(noun) ? 'an' : 'a'} ${noun}`
}

/** `gym, studio and sports hall`. */
export function listed(items: readonly string[]): string {
  const last = items.at(-1) ?? ''
  return items.length < 2 ? last : `${items.slice(0, -1).join(', ')} and ${last}`
}

/** The text with a capital letter at its start. */
export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1)
}
