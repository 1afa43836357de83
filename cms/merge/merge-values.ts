import { isObject } from '#records/value-at.ts'
import { mergeLists } from './merge-lists.ts'
import { sameValue } from './same-value.ts'

/**
 * Merges one value of a record with all that is inside it: what only one side changed stands as that side has it. Where both
 * changed it differently, `ask` says which value stands. Groups merge by their fields, lists by their items.
 */
export function mergeValues(path: FieldPath, sides: Sides, ask: Ask): unknown {
  const { base, there, mine } = sides
  if (sameValue(there, mine) || sameValue(base, mine)) return there
  if (sameValue(base, there)) return mine
  const all = [base, there, mine]
  if (all.every(isGroupOrNothing))
    return mergeGroups(path, sides, (at, inside) => mergeValues(at, inside, ask))
  if (all.every(isListOrNothing)) return mergeLists(path, sides, ask)
  return ask(path, sides)
}

/** As `mergeValues`, but asks about every value in which the two sides differ, whoever changed it. */
export function askOfAll(path: FieldPath, sides: Sides, ask: Ask): unknown {
  const { there, mine } = sides
  if (sameValue(there, mine)) return there
  if ([there, mine].every(isGroupOrNothing))
    return mergeGroups(path, sides, (at, inside) => askOfAll(at, inside, ask))
  return ask(path, sides)
}

function mergeGroups(path: FieldPath, { base, there, mine }: Sides, merge: Ask): unknown {
  const names = new Set([there, mine, base].flatMap((group) => (isObject(group) ? Object.keys(group) : [])))
  const merged = [...names].flatMap((name): [string, unknown][] => {
    const inside = { base: fieldOf(base, name), there: fieldOf(there, name), mine: fieldOf(mine, name) }
    const value = merge([...path, name], inside)
    return value === undefined ? [] : [[name, value]]
  })
  const isGone = merged.length === 0 && (!isObject(there) || !isObject(mine))
  return isGone ? undefined : Object.fromEntries(merged)
}

function fieldOf(group: unknown, name: string): unknown {
  return isObject(group) && Object.hasOwn(group, name) ? Reflect.get(group, name) : undefined
}

function isGroupOrNothing(value: unknown): boolean {
  return value === undefined || value === null || (isObject(value) && !Array.isArray(value))
}

function isListOrNothing(value: unknown): boolean {
  return value === undefined || value === null || Array.isArray(value)
}

/** Where a value stands: the names of groups and of the field; in a list with keys also the key of the item. */
export type FieldPath = readonly string[]

/** A value as both sides began with it, as it stands there now, and as somebody else wants it. */
export interface Sides {
  readonly base: unknown
  readonly there: unknown
  readonly mine: unknown
}

/** Called where both sides changed a value differently; gives the value that stands. */
export type Ask = (path: FieldPath, sides: Sides) => unknown
