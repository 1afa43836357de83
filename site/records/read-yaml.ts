import { CORE_SCHEMA, load } from 'js-yaml'

/**
 * The value that a YAML text holds: YAML 1.2, so that dates and times stay words. An empty text holds nothing.
 * @throws Error with one sentence when it is not YAML, repeats a name, points to its own parts or has too many of them
 */
export function readYaml(text: string): unknown {
  const value: unknown = load(text, { schema: CORE_SCHEMA })
  countParts(value, { count: 0, seen: new Set() })
  return value
}

/** The longest records have some hundreds of parts; a text made to keep the program busy has thousands. */
const mostParts = 5_000

/** A part that stands in two places (`&` and `*`) would be read once for each, and parts in it as often again. */
function countParts(value: unknown, parts: { count: number; readonly seen: Set<object> }): void {
  parts.count += 1
  if (parts.count > mostParts) throw new Error('There are too many fields')
  if (typeof value !== 'object' || value === null) return
  if (parts.seen.has(value)) throw new Error('Write each part out. Do not point to one with an asterisk')
  parts.seen.add(value)
  for (const each of Object.values(value)) countParts(each, parts)
}
