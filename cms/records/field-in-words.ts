import { definitionOf, recordAt } from '#records/collections.ts'
import { followPath } from './fields.ts'

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
  const { found, rest } = followPath(definition.decapFields, field.split('.'))
  const labels = found.map(({ field: { label }, item }) =>
    item === undefined ? label : `${label} ${Number(item) + 1}`,
  )
  return [...labels, ...rest].join(' › ')
}
