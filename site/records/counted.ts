/** A number with its noun: `1 week`, `2 weeks`, `1,200 weeks`. For nouns that take an s. */
export function counted(count: number, noun: string): string {
  return `${inFigures(count)} ${noun}${count === 1 ? '' : 's'}`
}

/** A whole number as people write it: `1,200`. */
export function inFigures(count: number): string {
  return count.toLocaleString('en-GB')
}
