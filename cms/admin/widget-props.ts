import type { Ref } from 'react'
import { z } from 'zod'

/** What Decap gives a widget of ours, as far as we use it. */
export interface WidgetProps {
  readonly value?: unknown
  readonly onChange: (value: unknown) => void
  /** The field as the configuration has it. */
  readonly field?: { get(option: string): unknown }
  /** Ids of the groups around the field, which Decap marks when something is wrong inside. */
  readonly parentIds?: readonly string[]
  /** Id that the label of the field points to. */
  readonly forID: string
  readonly classNameWrapper: string
  /** The record as it stands in the form now. */
  readonly getEntry?: () => FormEntry | undefined
  readonly ref?: Ref<WidgetHandle>
}

/** What Decap asks a widget beside its value, when it checks the form. */
export interface WidgetHandle {
  /** What is looked at to tell whether a field that must be filled in is. */
  getValidateValue?(): string
  /** Whether the value may be saved; else what Decap says above the field. */
  isValid?(): true | { readonly error: FieldError }
}

interface FieldError {
  readonly type: string
  readonly parentIds: readonly string[] | undefined
  readonly message: string
}

interface FormEntry {
  get(key: 'data'): FormData | undefined
  get(key: 'collection' | 'slug' | 'newRecord'): unknown
}

/** The values of the form. Another object after each change. */
interface FormData {
  toJS(): unknown
}

/** The values of the form now; the same object until something changes. */
export function formDataOf(props: WidgetProps): FormData | undefined {
  return props.getEntry?.()?.get('data')
}

/** Which record the form is of; undefined while it has not been saved. */
export function placeOf(props: WidgetProps): { collection: string; slug: string } | undefined {
  const entry = props.getEntry?.()
  const [collection, slug] = [entry?.get('collection'), entry?.get('slug')]
  if (typeof collection !== 'string' || typeof slug !== 'string' || slug === '') return undefined
  return entry?.get('newRecord') === true ? undefined : { collection, slug }
}

/** The values of the form as plain data. */
export function plainValues(data: FormData | undefined): z.output<typeof plain> {
  return plain.parse(data?.toJS() ?? {})
}

const plain = z.record(z.string(), z.unknown())
