/** A number with its noun: `1 week`, `2 weeks`, `1,200 weeks`. For nouns that take an s. */
export function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en-GB')} ${noun}${count === 1 ? '' : 's'}`
}
