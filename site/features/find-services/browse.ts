/** Lists in pages of 50, each with an address of its own, all made before anyone asks. */

/** How many results a search shows at first, and then more at a time. */
export const pageSize = 25

/** How many services a page of a list holds: people who browse look through them, and fewer pages lead to more of them. */
const listSize = 50

/** One page of a list. */
export interface ListPage<T> {
  readonly items: readonly T[]
  /** 1 is the first. */
  readonly number: number
  readonly last: number
  readonly path: string
  readonly previous: string | undefined
  readonly next: string | undefined
  /** How many items all pages hold together. */
  readonly total: number
}

/** Cuts a list into pages. The first stands at `base` (`/services/a-to-z/`), the others at `base` and their number. */
export function pagesOf<T>(base: string, items: readonly T[]): ListPage<T>[] {
  const last = Math.max(1, Math.ceil(items.length / listSize))
  return Array.from({ length: last }, (_, index) => {
    const number = index + 1
    return {
      items: items.slice(index * listSize, number * listSize),
      number,
      last,
      path: pagePath(base, number),
      previous: number > 1 ? pagePath(base, number - 1) : undefined,
      next: number < last ? pagePath(base, number + 1) : undefined,
      total: items.length,
    }
  })
}

/** The address of one page of a list. */
export function pagePath(base: string, number: number): string {
  return number === 1 ? base : `${base}${number}/`
}

/** The letter a name is listed under; digits and signs stand under `0 to 9`. */
export function letterOf(name: string): string {
  const first = name.normalize('NFD').charAt(0).toUpperCase()
  return first >= 'A' && first <= 'Z' ? first : '0 to 9'
}

/** Each letter that occurs, with the address where it begins. `names` are in the order of the list. */
export function letterLinks(base: string, names: readonly string[]): { letter: string; href: string }[] {
  const seen = new Map<string, string>()
  names.forEach((name, index) => {
    const letter = letterOf(name)
    if (!seen.has(letter))
      seen.set(letter, `${pagePath(base, Math.floor(index / listSize) + 1)}#${letterAnchor(letter)}`)
  })
  return [...seen].map(([letter, href]) => ({ letter, href }))
}

/** The anchor of a letter's heading. */
export function letterAnchor(letter: string): string {
  return `letter-${letter.toLowerCase().replaceAll(' ', '-')}`
}
