/**
 * Keeps small numbers of a table from the reader, and every number from which they could be worked out. The rule is the
 * usual one of official statistics for counts of people: numbers below a threshold are hidden (primary), then as many
 * others as it takes (secondary; Hundepool et al., Handbook on Statistical Disclosure Control, chapters 4 and 5).
 * Noughts are shown unless one must help to hide another number.
 */

/** Numbers from 1 up to here are hidden. */
const largestHidden = 4

/**
 * By how much a hidden small number can at least differ, as far as the table tells: no closer can it be worked out than
 * the rule itself tells, which is 1 to 4.
 */
export const leastSpread = largestHidden - 1

/** A count, and how many people's conversations stand behind it where that is another number. */
export interface Count {
  readonly value: number
  readonly conversations?: number
}

/** A number as the reader sees it; null is hidden. */
export type Shown = number | null

/** Whether a number must be hidden for its own sake: few people stand behind it. */
export function isSmall({ value, conversations = value }: Count): boolean {
  return value > 0 && Math.min(value, conversations) <= largestHidden
}

/**
 * Numbers that add up to a total, which is shown too. Null when none of them can be shown: then there is no table.
 * The total must not be small itself.
 */
export function protectParts(parts: readonly Count[]): Shown[] | null {
  if (!parts.some(isSmall)) return parts.map(({ value }) => value)
  const hidden = hideEnough(parts, 'without-noughts') ?? hideEnough(parts, 'with-a-nought')
  return hidden ? parts.map(({ value }, index) => (hidden.has(index) ? null : value)) : null
}

/** Numbers of a list of which nothing is the total, such as topics: each of them stands alone. */
export function protectAlone(counts: readonly Count[]): Shown[] {
  return counts.map((count) => (isSmall(count) ? null : count.value))
}

/**
 * The places that are hidden, or undefined when too much could be worked out from the total. A reader knows that
 * numbers are hidden and which; where noughts are never among them, each is 1 or more.
 */
function hideEnough(
  parts: readonly Count[],
  how: 'without-noughts' | 'with-a-nought',
): Set<number> | undefined {
  const places = [...parts.keys()]
  const valueAt = (place: number) => parts[place]?.value ?? 0
  const noughts = places.filter((place) => valueAt(place) === 0)
  const small = places.filter((place) => isSmall(parts[place] ?? { value: 0 }))
  const hidden = new Set([...small, ...(how === 'with-a-nought' ? noughts.slice(0, 1) : [])])
  if (how === 'with-a-nought' && noughts.length === 0) return undefined
  const least = how === 'with-a-nought' ? 0 : 1
  const spread = () => [...hidden].reduce((sum, place) => sum + valueAt(place) - least, 0)
  const others = places
    .filter((place) => valueAt(place) > 0 && !hidden.has(place))
    .toSorted((one, other) => valueAt(one) - valueAt(other))
  for (const place of others) {
    if (isEnough()) break
    hidden.add(place)
  }
  return isEnough() ? hidden : undefined

  /** Every hidden number can be anything from `least` to as much more as all hidden ones have above it. */
  function isEnough(): boolean {
    return hidden.size > 1 && spread() >= leastSpread
  }
}
