import { valueAt } from '#records/value-at.ts'
import type { RecordContent } from '../records/record-file.ts'
import { type Ask, askOfAll, type FieldPath, mergeValues, type Sides } from './merge-values.ts'
import { canonical, sameValue } from './same-value.ts'

/**
 * Merges two changes of one record field by field: `there` stands there now, `mine` is what somebody wants, and both began
 * with `base`. What only one side changed is kept. A field that both changed differently is a conflict; `chosen` says by the
 * id of the conflict whose value stands, and where it says nothing `there` stands. The later check of the record wins
 * without a question, and the record keeps the id that it has.
 *
 * @param how.asksAll makes every field in which the two differ a conflict; so does a `base` that nobody knows
 */
export function mergeRecords({ base, there, mine }: RecordSides, how: MergeChoices = {}): MergedRecord {
  const { asksAll = false, chosen } = how
  const conflicts: FieldConflict[] = []
  const ask: Ask = (path, sides) => {
    const id = path.join('.')
    conflicts.push({ id, path, ...sides })
    return chosen?.get(id) === 'mine' ? sides.mine : sides.there
  }
  const merge = asksAll || base === undefined ? askOfAll : mergeValues
  const names = [...new Set([there, mine, base].flatMap((side) => Object.keys(side?.data ?? {})))]
  const fields = names.flatMap((name): [string, unknown][] => {
    const sides = { base: base?.data[name], there: there.data[name], mine: mine.data[name] }
    const dateOf = checkDates.get(name)
    const isKept = name === 'id' && there.data.id !== undefined
    const value = isKept ? there.data.id : dateOf ? laterCheck(sides, dateOf) : merge([name], sides, ask)
    return value === undefined ? [] : [[name, value]]
  })
  const bodies = { base: base?.body.trim(), there: there.body.trim(), mine: mine.body.trim() }
  const body = merge([bodyField], bodies, ask)
  return { content: { data: Object.fromEntries(fields), body: String(body ?? '') }, conflicts }
}

/** Under this name the text below the fields of a record has its conflict. */
export const bodyField = 'body'

/** Fields that say when a record was last found right, each with its date. Each is one statement and is taken whole. */
const checkDates = new Map<string, (check: unknown) => unknown>([
  ['review', (check) => valueAt(check, 'lastChecked')],
  ['lastChecked', (date) => date],
  ['reviewDue', (date) => date],
])

function laterCheck({ base, there, mine }: Sides, dateOf: (check: unknown) => unknown): unknown {
  if (sameValue(base, mine)) return there
  if (sameValue(base, there)) return mine
  const order = (check: unknown) => `${String(dateOf(check) ?? '')} ${canonical(check)}`
  return order(mine) > order(there) ? mine : there
}

export interface RecordSides {
  /** What both began with; undefined where that is not known. */
  readonly base: RecordContent | undefined
  readonly there: RecordContent
  readonly mine: RecordContent
}

/** Whose value stands where both changed a field: by the ids of the conflicts. */
export type ChosenSides = ReadonlyMap<string, 'there' | 'mine'>

interface MergeChoices {
  readonly asksAll?: boolean
  readonly chosen?: ChosenSides
}

/** A field, or an item of a list, that both sides changed differently. */
export interface FieldConflict extends Sides {
  /** Such as `contact.telephone`. */
  readonly id: string
  readonly path: FieldPath
}

export interface MergedRecord {
  readonly content: RecordContent
  /** In the order of the record. */
  readonly conflicts: readonly FieldConflict[]
}
