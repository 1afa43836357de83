import { z } from 'zod'
import { valueAt } from '#records/value-at.ts'

/** One field of a row, as its control draws it. The kinds are those that rows and places of records have. */
export interface Column {
  readonly kind: 'several' | 'one' | 'date' | 'time' | 'number' | 'text'
  readonly name: string
  readonly label: string
  readonly hint: string | undefined
  readonly required: boolean
  readonly options: readonly Option[]
}

interface Option {
  readonly value: string
  readonly label: string
}

/** The values of one row: those of its columns, its key, and whatever else the record holds. */
export interface Row {
  readonly [field: string]: unknown
}

/** Reads the columns that the configuration of a field names. Its hidden fields, such as the key, are no columns. */
export function columnsOf(configured: unknown): Column[] {
  return columnList.parse(plain(configured)).flatMap(({ widget, input, name, label, hint, ...field }) => {
    const kind =
      widget === 'select' ? (field.multiple ? 'several' : 'one') : (kinds[input ?? widget] ?? 'text')
    return widget === 'hidden'
      ? []
      : [{ kind, name, label, hint, required: field.required, options: field.options }]
  })
}

/** The rows of a field, whether Decap holds them as its own lists or as plain ones. What is no row is left out. */
export function rowsOf(value: unknown): Row[] {
  const held = items.parse(plain(value))
  return held.flatMap((item) => row.safeParse(item).data ?? noRow)
}

/** By what a row is known as long as the form is open. */
export function keyOf(row: Row, index: number): string {
  return typeof row.key === 'string' && row.key !== '' ? row.key : `row-${index}`
}

/** A row with another value in one field. An empty value is left out, as records have it. */
export function withField(row: Row, name: string, value: unknown): Row {
  const { [name]: _, ...others } = row
  const isBlank = value === undefined || (typeof value === 'string' && value.trim() === '')
  return isBlank ? others : { ...row, [name]: value }
}

const kinds: Readonly<Record<string, Column['kind']>> = { datetime: 'date', time: 'time', number: 'number' }

const option = z.object({ value: z.string(), label: z.string() })

const columnList = z.array(
  z.object({
    widget: z.string(),
    input: z.string().optional(),
    name: z.string(),
    label: z.string(),
    hint: z.string().optional(),
    multiple: z.boolean().default(false),
    required: z.boolean().default(true),
    options: z.array(option).default([]),
  }),
)

/** Decap holds lists and groups in a form of its own, which gives plain ones. */
function plain(value: unknown): unknown {
  const toPlain: unknown = valueAt(value, 'toJS')
  if (typeof toPlain !== 'function') return value
  const held: unknown = Reflect.apply(toPlain, value, [])
  return held
}

const row = z.record(z.string(), z.unknown())

const items = z.array(z.unknown()).catch([])

const noRow: readonly Row[] = []
