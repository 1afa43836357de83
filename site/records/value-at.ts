/** What stands at a path inside a value that nobody has checked yet; `undefined` where the path leads nowhere. */
export function valueAt(value: unknown, ...path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inside, key) => (isObject(inside) ? Reflect.get(inside, key) : undefined),
    value,
  )
}

/** True for a list or a group of values, false for a plain value and for nothing. */
export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null
}
