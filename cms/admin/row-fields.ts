import { createElement, type HTMLInputTypeAttribute, type ReactNode, useState } from 'react'
import type { Column, Row } from './row-columns.ts'

/** One field of a row: day boxes, a list to choose from, a date, a time, a number or a line of text, each with its label. */
export function RowField({ column, row, id, problem, onChange }: RowFieldProps): ReactNode {
  const { kind, name, hint } = column
  if (kind === 'several') return createElement(Checkboxes, { column, row, onChange })
  const value = row[name]
  const hintId = hint === undefined ? undefined : `${id}-${name}-hint`
  const attributes = {
    id: `${id}-${name}`,
    'aria-describedby': [hintId, problem].filter(Boolean).join(' ') || undefined,
    'aria-invalid': problem === undefined ? undefined : true,
  }
  return createElement(
    'div',
    { className: `row-field row-field--${kind}` },
    createElement('label', { htmlFor: attributes.id }, labelOf(column)),
    hint !== undefined && createElement('p', { id: hintId, className: 'row-hint' }, hint),
    kind === 'one' && createElement(Choice, { column, attributes, value, onChange }),
    kind === 'number' && createElement(NumberField, { attributes, value, onChange }),
    kind !== 'one' &&
      kind !== 'number' &&
      createElement('input', {
        ...attributes,
        type: inputTypes[kind] ?? 'text',
        value: typeof value === 'string' ? value : '',
        autoComplete: 'off',
        onChange: ({ target }: { target: HTMLInputElement }) => onChange(target.value),
      }),
  )
}

/** The label as it stands at the field: what may be left out says so. A choice has “Not stated” for that. */
function labelOf({ kind, label, required }: Column): string {
  return required || kind === 'one' ? label : `${label} (optional)`
}

function Checkboxes({ column, row, onChange }: Pick<RowFieldProps, 'column' | 'row' | 'onChange'>) {
  const { name, label, options } = column
  const held: unknown = row[name]
  const chosen = Array.isArray(held) ? held : []
  const turned = (value: string) =>
    options.map((option) => option.value).filter((id) => (id === value) !== chosen.includes(id))
  return createElement(
    'fieldset',
    { className: 'row-field row-boxes' },
    createElement('legend', null, label),
    options.map((option) =>
      createElement(
        'label',
        { key: option.value },
        createElement('input', {
          type: 'checkbox',
          checked: chosen.includes(option.value),
          onChange: () => onChange(turned(option.value)),
        }),
        ` ${option.label}`,
      ),
    ),
  )
}

function Choice({ column, attributes, value, onChange }: DrawnFieldProps & { readonly column: Column }) {
  return createElement(
    'select',
    {
      ...attributes,
      value: typeof value === 'string' ? value : '',
      onChange: ({ target }: { target: HTMLSelectElement }) => onChange(target.value),
    },
    createElement('option', { value: '' }, column.required ? 'Choose one' : 'Not stated'),
    column.options.map((option) =>
      createElement('option', { key: option.value, value: option.value }, option.label),
    ),
  )
}

/** What is typed stays as it is, `53.` too; the row gets the number that it means, or the text where it means none. */
function NumberField({ attributes, value, onChange }: DrawnFieldProps) {
  const [typed, setTyped] = useState('')
  const held = typeof value === 'number' || typeof value === 'string' ? value : ''
  return createElement('input', {
    ...attributes,
    type: 'text',
    inputMode: 'decimal',
    autoComplete: 'off',
    value: numberIn(typed) === held ? typed : String(held),
    onChange: ({ target }: { target: HTMLInputElement }) => {
      setTyped(target.value)
      onChange(numberIn(target.value))
    },
  })
}

/** The number that a text means, or the text itself where it means none. */
function numberIn(typed: string): number | string {
  const text = typed.trim()
  return text === '' || !Number.isFinite(Number(text)) ? text : Number(text)
}

const inputTypes: Readonly<Record<string, HTMLInputTypeAttribute>> = { date: 'date', time: 'time' }

interface RowFieldProps {
  readonly column: Column
  readonly row: Row
  /** The beginning of the ids in this row. */
  readonly id: string
  /** The id of the sentence that says what is wrong with this field. */
  readonly problem: string | undefined
  readonly onChange: (value: unknown) => void
}

interface DrawnFieldProps {
  readonly attributes: {
    readonly id: string
    readonly 'aria-describedby': string | undefined
    readonly 'aria-invalid': boolean | undefined
  }
  readonly value: unknown
  readonly onChange: (value: unknown) => void
}
