/**
 * A list in which few values occur often, as it travels: the values, the most frequent first, and the place of each
 * entry's value among them as characters. What is alike stands together, so that it compresses well.
 */
export interface Column<T> {
  readonly values: readonly T[]
  readonly rows: readonly string[]
}

/** Packs a list whose values can be written as JSON. */
export function packColumn<T>(list: readonly T[]): Column<T> {
  const counts = new Map<string, number>()
  const written = list.map((value) => JSON.stringify(value))
  for (const each of written) counts.set(each, (counts.get(each) ?? 0) + 1)
  const frequent = [...counts].sort((a, b) => b[1] - a[1]).map(([each]) => each)
  const places = new Map(frequent.map((each, place) => [each, place]))
  const firsts = new Map(written.map((each, at) => [each, list[at]]))
  return {
    values: frequent.flatMap((each) => {
      const value = firsts.get(each)
      return value === undefined ? [] : [value]
    }),
    rows: packNumbers(written.map((each) => places.get(each) ?? 0)),
  }
}

/** Gives back what `packColumn` packed. */
export function unpackColumn<T>({ values, rows }: Column<T>): T[] {
  return unpackNumbers(rows).flatMap((place) => {
    const value = values[place]
    return value === undefined ? [] : [value]
  })
}

/** A column whose values are lists of terms, each list as places in `terms`: few terms make many lists. */
export interface ListColumn {
  readonly terms: readonly string[]
  readonly lists: Column<string>
}

/** Packs a list of lists of terms. */
export function packLists(list: readonly (readonly string[])[]): ListColumn {
  const terms = [...new Set(list.flat())]
  const places = new Map(terms.map((term, place) => [term, place]))
  const written = list.map((each) => each.map((term) => (places.get(term) ?? 0).toString(36)).join(' '))
  return { terms, lists: packColumn(written) }
}

/** Gives back what `packLists` packed. */
export function unpackLists({ terms, lists }: ListColumn): (readonly string[])[] {
  const known = lists.values.map((written) =>
    written === '' ? [] : written.split(' ').flatMap((place) => terms[Number.parseInt(place, 36)] ?? []),
  )
  return unpackNumbers(lists.rows).map((place) => known[place] ?? [])
}

/**
 * Packs whole numbers from 0 up as texts of one length: the first holds the last digit of each number, the next the one
 * before it, with 90 digits from `#` on.
 */
export function packNumbers(numbers: readonly number[]): string[] {
  const largest = numbers.reduce((most, each) => Math.max(most, each), 0)
  const texts: string[] = []
  for (let unit = 1; unit === 1 || unit <= largest; unit *= base)
    texts.push(numbers.map((number) => digits.charAt(Math.floor(number / unit) % base)).join(''))
  return texts
}

/** Gives back what `packNumbers` packed. */
export function unpackNumbers(texts: readonly string[]): number[] {
  const length = texts[0]?.length ?? 0
  return Array.from({ length }, (_, at) =>
    texts.reduceRight((number, text) => number * base + digitOf(text.charCodeAt(at)), 0),
  )
}

const base = 90

/** Signs that JSON writes as they are: `#` to `~` without the backslash. */
const digits = Array.from({ length: 92 }, (_, at) => String.fromCharCode(35 + at))
  .filter((sign) => sign !== '\\')
  .slice(0, base)
  .join('')

function digitOf(code: number): number {
  return code - 35 - (code > 92 ? 1 : 0)
}
