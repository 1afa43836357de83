import { isObject } from '#records/value-at.ts'
import type { Ask, FieldPath, Sides } from './merge-values.ts'
import { canonical, sameValue } from './same-value.ts'

/**
 * Merges two changes of one list. Items with a key are known by it and are taken whole, plain lines by what they say.
 * `ask` decides about an item that both changed differently, and about the whole list where its items cannot be told apart,
 * where both put them in another order, or where both wrote something else in the place of the same line.
 */
export function mergeLists(path: FieldPath, sides: Sides, ask: Ask): unknown {
  const lists = [namedItems(sides.base), namedItems(sides.there), namedItems(sides.mine)] as const
  const [was, is, wanted] = lists.map((list) => list?.items)
  const kinds = new Set(lists.flatMap((list) => (list?.items.size === 0 ? [] : [list?.kind])))
  if (!was || !is || !wanted || kinds.size > 1) return ask(path, sides)
  if (kinds.has('lines') && bothReplaced(was, is, wanted)) return ask(path, sides)
  const mineMoved = isMoved(was, wanted)
  if (mineMoved && isMoved(was, is) && isMoved(is, wanted)) return ask(path, sides)

  const [frame, other] = mineMoved ? [wanted, is] : [is, wanted]
  return [...new Set([...frame.keys(), ...other.keys()])]
    .map((name) => {
      const sidesOfItem = { base: was.get(name), there: is.get(name), mine: wanted.get(name) }
      return mergeItem([...path, name], sidesOfItem, ask)
    })
    .filter((item) => item !== undefined)
}

function mergeItem(path: FieldPath, sides: Sides, ask: Ask): unknown {
  const { base, there, mine } = sides
  if (sameValue(there, mine) || sameValue(base, mine)) return there
  return sameValue(base, there) ? mine : ask(path, sides)
}

/** Whether both took the same line away and each wrote something else: that is one line, written anew twice. */
function bothReplaced(was: Items, is: Items, wanted: Items): boolean {
  const isGone = [...was.keys()].some((name) => !is.has(name) && !wanted.has(name))
  const news = (items: Items) => [...items.keys()].filter((name) => !was.has(name))
  const [there, mine] = [news(is), news(wanted)]
  return isGone && there.some((name) => !mine.includes(name)) && mine.some((name) => !there.includes(name))
}

/** Whether the items that two lists share stand in another order. */
function isMoved(before: Items, after: Items): boolean {
  const kept = [...before.keys()].filter((name) => after.has(name))
  const now = [...after.keys()].filter((name) => before.has(name))
  return kept.some((name, index) => now[index] !== name)
}

/** The items of a list by name; undefined where two could be taken for each other. */
function namedItems(list: unknown): { kind: 'keyed' | 'lines'; items: Items } | undefined {
  const values: readonly unknown[] = Array.isArray(list) ? list : []
  const keys = values.map((item) => (isObject(item) ? Reflect.get(item, 'key') : undefined))
  const areKeyed = keys.every((key) => typeof key === 'string' && key !== '')
  if (!areKeyed && values.some(isObject)) return undefined
  const names = areKeyed ? keys.map(String) : values.map(canonical)
  const items = new Map(names.map((name, index) => [name, values[index]]))
  if (items.size < values.length) return undefined
  return { kind: areKeyed ? 'keyed' : 'lines', items }
}

type Items = ReadonlyMap<string, unknown>
