import { isDeepStrictEqual } from 'node:util'
import { isBlank, isGroup, type Values } from './draft.ts'

/** A record after the merge, and the fields in which people's words were kept though the source has changed. */
export interface Merged {
  readonly values: Values
  readonly kept: readonly string[]
}

/**
 * Merges what a source says now into a record that people may have edited, field by field: where people changed nothing
 * since the last import, the source counts; where they did, their words stay. A list counts as one field.
 *
 * @param before what the last import brought
 * @param here what stands in the record now
 * @param now what the source says
 */
export function mergeFields(before: Values, here: Values, now: Values, path = ''): Merged {
  const names = new Set([...Object.keys(here), ...Object.keys(now)])
  const values: [string, unknown][] = []
  const kept: string[] = []
  for (const name of names) {
    const [was, is, says] = [before[name], here[name], now[name]]
    const field = path + name
    if (isSame(was, is)) values.push([name, isSame(is, says) ? is : says])
    else if (isSame(was, says) || isSame(is, says)) values.push([name, is])
    else if (isGroup(is) && isGroup(says)) {
      const merged = mergeFields(isGroup(was) ? was : {}, is, says, `${field}.`)
      values.push([name, merged.values])
      kept.push(...merged.kept)
    } else {
      values.push([name, is])
      kept.push(field)
    }
  }
  return { values: Object.fromEntries(values.filter(([, value]) => value !== undefined)), kept }
}

/** All ways to say nothing are the same. */
export function isSame(one: unknown, other: unknown): boolean {
  if (isBlank(one) || isBlank(other)) return isBlank(one) && isBlank(other)
  if (!isGroup(one) || !isGroup(other)) return isDeepStrictEqual(one, other)
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((name) =>
    isSame(one[name], other[name]),
  )
}
