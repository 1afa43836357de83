import type { Widget } from '#records/pieces.ts'
import { isList, subfieldsOf } from './fields.ts'
import { isValues, type Values } from './record-file.ts'

/**
 * Makes what a form sends into what a record holds: fields that were left blank go, lists that were never opened are
 * empty lists, and every item of a list gets its key. Nothing that a person typed is changed.
 */
export function completeValues(fields: readonly Widget[], values: Values, newKey: () => string): Values {
  const complete: Values = { ...values }
  for (const field of fields) {
    const name = String(field.name)
    if (name === 'body') continue
    const value = completeValue(field, values[name], newKey)
    if (value === undefined) delete complete[name]
    else complete[name] = value
  }
  return complete
}

function completeValue(field: Widget, value: unknown, newKey: () => string): unknown {
  const mayBeAbsent = field.required === false
  if (isList(field)) {
    if (Array.isArray(value)) return completeItems(field, value, newKey)
    return isBlank(value) && !mayBeAbsent ? [] : withoutBlank(value)
  }
  if (field.widget === 'object') {
    if (mayBeAbsent && isBlank(value) && (!isValues(value) || asksForMore(field))) return undefined
    if (!isBlank(value) && !isValues(value)) return value
    return completeValues(subfieldsOf(field), isValues(value) ? value : {}, newKey)
  }
  return mayBeAbsent ? withoutBlank(value) : value
}

function completeItems(field: Widget, items: readonly unknown[], newKey: () => string): unknown[] {
  const subfields = subfieldsOf(field)
  if (subfields.length === 0) return items.filter((item) => !isBlank(item))
  return items.map((item) => {
    if (!isValues(item)) return item
    const complete = completeValues(subfields, item, newKey)
    return takesKey(subfields) && isBlank(complete.key) ? { ...complete, key: newKey() } : complete
  })
}

/** True for a group that cannot stand empty, since a field inside must be filled in. */
function asksForMore(group: Widget): boolean {
  return subfieldsOf(group).some((field) => field.required !== false && !isList(field))
}

/** True for nothing, an empty text, and a list or group in which everything is blank. */
function isBlank(value: unknown): boolean {
  if (value === undefined || value === null || value === '') return true
  if (Array.isArray(value)) return value.every(isBlank)
  return isValues(value) && Object.values(value).every(isBlank)
}

function withoutBlank(value: unknown): unknown {
  return isBlank(value) && !Array.isArray(value) ? undefined : value
}

function takesKey(fields: readonly Widget[]): boolean {
  return fields.some(({ name, widget }) => name === 'key' && widget === 'hidden')
}
