import { createElement, type FunctionComponent, type Ref, useMemo, useState } from 'react'
import { z } from 'zod'

/**
 * Decap’s list of other records, with those alone that the person may choose, as the server says in the field’s `choices`.
 * What stood in the record when its form was opened stays in the list, so that it is shown and not lost. `control` is Decap’s
 * own.
 */
export function RelationAmong({ control, ...props }: RelationProps & { readonly control: unknown }) {
  const { field, value } = props
  const [stood] = useState(value)
  const among = useMemo(() => fieldAmong(field, stood), [field, stood])
  return createElement(component.parse(control), { ...props, field: among })
}

/** The field of a relation, told which records its list holds. */
export function fieldAmong(field: Field, stood: unknown): Field {
  const choices = field.get('choices')
  const listed = isList(choices) ? choices.toJS() : []
  return field.set('filters', { field: field.get('value_field'), values: [...listed, stood] })
}

const component = z.custom<FunctionComponent<RelationProps>>((value) => typeof value === 'function')

function isList(value: unknown): value is { toJS(): unknown[] } {
  return typeof value === 'object' && value !== null && 'toJS' in value
}

/** What Decap gives the control of a relation, as far as it is looked at here. */
interface RelationProps {
  readonly value?: unknown
  readonly field: Field
  readonly ref?: Ref<unknown>
}

interface Field {
  get(option: string): unknown
  set(option: string, value: unknown): Field
}
