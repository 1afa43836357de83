import { CORE_SCHEMA, load } from 'js-yaml'

/**
 * The value that a YAML text holds: YAML 1.2, so that dates and times stay words. An empty text holds nothing.
 * @throws Error with one sentence when it is not YAML, repeats a name, points to its own parts or has too many of them
 */
export function readYaml(text: string): unknown {
  const value: unknown = load(text, { schema: CORE_SCHEMA })
  refuseTooMuch(value)
  return value
}

/**
 * The longest records have some hundreds of parts, six deep at most; what was made to keep the program busy has thousands.
 *
 * @throws Error with one sentence when a value has too many, or points to its own
 */
export function refuseTooMuch(value: unknown): void {
  countParts(value, { count: 0, seen: new Set() }, 0)
}

const mostParts = 5_000
const deepest = 50

/** A part that stands in two places (`&` and `*`) would be read once for each, and parts in it as often again. */
function countParts(
  value: unknown,
  parts: { count: number; readonly seen: Set<object> },
  depth: number,
): void {
  parts.count += 1
  if (parts.count > mostParts) throw new Error('There are too many fields')
  if (typeof value !== 'object' || value === null) return
  if (depth > deepest) throw new Error('Too many fields stand inside each other')
  if (parts.seen.has(value)) throw new Error('Write each part out. Do not point to one with an asterisk')
  parts.seen.add(value)
  for (const each of Object.values(value)) countParts(each, parts, depth + 1)
}
