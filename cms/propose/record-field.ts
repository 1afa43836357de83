import type { Choice } from '#platform/pages/choice-fields.ts'
import type { Widget } from '#records/pieces.ts'
import { serviceRecord } from '#records/service.ts'
import { valueAt } from '#records/value-at.ts'
import { followPath } from '../records/fields.ts'

/**
 * How the record of a service asks for a field: the words of its definition, so that every form uses the same.
 *
 * @param path `whoFor.youngest`, `where.places.0.town`; `body` is the description
 */
export function fieldOfService(path: string): ServiceField {
  const { found: fields, rest } = followPath(serviceRecord.decapFields, path.split('.'))
  const found = rest.length === 0 ? fields.at(-1)?.field : undefined
  if (!found) throw new Error(`A service has no field ${path}.`)
  return {
    label: found.label,
    choices: choicesOf(found),
    ...(found.hint !== undefined && { hint: found.hint }),
  }
}

function choicesOf({ options }: Widget): Choice[] {
  if (!Array.isArray(options)) return []
  return options.map((option: unknown) => ({
    id: String(valueAt(option, 'value')),
    label: String(valueAt(option, 'label')),
  }))
}

export interface ServiceField {
  readonly label: string
  readonly hint?: string
  /** Empty where anything can be written. */
  readonly choices: readonly Choice[]
}
