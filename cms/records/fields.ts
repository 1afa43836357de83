import type { Widget } from '#records/pieces.ts'
import { isObject } from '#records/value-at.ts'

/** The fields inside a group or a list; empty for a list of plain lines. */
export function subfieldsOf(field: Widget): Widget[] {
  return Array.isArray(field.fields) ? field.fields.filter(isWidget) : []
}

/** True for a field that holds several values. */
export function isList(field: Widget): boolean {
  return field.widget === 'list' || field.multiple === true
}

/**
 * Follows a path through the fields of a form: `when.times.0.opens` leads through When, Regular times and Opens. Behind a
 * list comes which item is meant, its number or its key. `rest` begins with the first name that no field has.
 */
export function followPath(fields: readonly Widget[], path: readonly string[]): FollowedPath {
  const [name, ...deeper] = path
  const field = fields.find((each) => each.name === name)
  if (!field) return { found: [], rest: path }
  const item = isList(field) ? deeper[0] : undefined
  const { found, rest } = followPath(subfieldsOf(field), item === undefined ? deeper : deeper.slice(1))
  return { found: [{ field, ...(item !== undefined && { item }) }, ...found], rest }
}

function isWidget(option: unknown): option is Widget {
  return isObject(option) && 'widget' in option && typeof option.widget === 'string'
}

interface FollowedPath {
  /** The outermost field first; `item` is the one of a list with which the path goes on. */
  readonly found: readonly { readonly field: Widget; readonly item?: string }[]
  readonly rest: readonly string[]
}
