import { isObject } from '#records/value-at.ts'

/**
 * Whether two values of a record say the same. The order of the fields of a group says nothing, and an empty text, list or
 * group says the same as none.
 */
export function sameValue(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other)
}

/** A value as a text that is the same for all values that say the same. */
export function canonical(value: unknown): string {
  return JSON.stringify(said(value)) ?? ''
}

function said(value: unknown): unknown {
  if (value === null || value === '') return undefined
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map(said)
  if (!isObject(value)) return value
  const fields = Object.entries(value)
    .map(([name, inside]): [string, unknown] => [name, said(inside)])
    .filter(([, inside]) => inside !== undefined)
    .sort(([one], [other]) => (one < other ? -1 : 1))
  return fields.length === 0 ? undefined : Object.fromEntries(fields)
}
