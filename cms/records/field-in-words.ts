import { definitionOf, recordAt } from '#records/collections.ts'
import type { Widget } from '#records/pieces.ts'
import { subfieldsOf } from './complete-record.ts'

/**
 * What the form calls a field, with the groups around it: `when.times.0.opens` is `When › Regular times 1 › Opens`. A name
 * that the record does not know stays as it is.
 *
 * @param path of the record, under the content root
 * @param field with dots between levels
 */
export function fieldInWords(path: string, field: string): string {
  const place = recordAt(path)
  if (place === undefined) return field
  const definition = definitionOf(place.collection)
  if (field === 'file' || field === 'record') return definition.labelSingular
  let inside: readonly Widget[] = definition.decapFields
  const said: string[] = []
  for (const name of field.split('.')) {
    if (/^\d+$/.test(name)) {
      said.push(`${said.pop() ?? ''} ${Number(name) + 1}`)
      continue
    }
    const found = inside.find((each) => each.name === name)
    said.push(found?.label ?? name)
    inside = found ? subfieldsOf(found) : []
  }
  return said.join(' › ')
}
