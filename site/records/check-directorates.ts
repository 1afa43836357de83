import type { CheckedRecord, Problem } from './check-together.ts'
import { isObject, valueAt } from './value-at.ts'

/** An organisation is looked after by a directorate that the area has. */
export function unknownDirectorates(records: readonly CheckedRecord[]): Problem[] {
  const listed = valueAt(records.find(({ collection }) => collection === 'area')?.data, 'directorates')
  const keys = new Set(
    Array.isArray(listed) ? listed.filter(isObject).map((each) => valueAt(each, 'key')) : [],
  )
  return records.flatMap(({ collection, path, data }) => {
    const directorate = collection === 'providers' ? valueAt(data, 'directorate') : undefined
    if (typeof directorate !== 'string' || directorate === '' || keys.has(directorate)) return []
    const message = 'the area settings have no such directorate. Choose one from the list, or leave it empty'
    return [{ file: path, field: 'directorate', message }]
  })
}
