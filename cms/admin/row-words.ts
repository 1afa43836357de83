import { dateInWords, daysInWords, hoursInWords } from '#records/dates-in-words.ts'
import { type WeekdayId, weekdays } from '#records/taxonomy.ts'
import { minutesOfDay, timeInWords } from '#records/time-of-day.ts'
import type { Column, Row } from './row-columns.ts'

/** A row as people say it: `Monday to Friday, 9am to 5pm, term time`; empty as long as nothing is filled in. */
export function rowInWords(columns: readonly Column[], row: Row): string {
  const said = columns.flatMap((column) => {
    if (column.kind === 'time') return column.name === 'opens' ? [hoursOf(row)] : []
    return [valueInWords(column, row[column.name])]
  })
  return said.filter(Boolean).join(', ')
}

/** What stops a row from being saved, one sentence for each fault, with the field that it is about. */
export function problemsOf(columns: readonly Column[], row: Row): RowProblem[] {
  const missing = columns.filter(({ name, required }) => required && isBlank(row[name]))
  const [opens, closes] = [textOf(row.opens), textOf(row.closes)]
  const ends = columns.find(({ name }) => name === 'closes')?.label.toLowerCase()
  const starts = columns.find(({ name }) => name === 'opens')?.label.toLowerCase()
  const isBackwards = ends !== undefined && opens !== '' && closes !== '' && closes <= opens
  return [
    ...missing.map(({ kind, name, label }) => ({
      field: name,
      kind: 'missing' as const,
      words: asks(kind, label),
    })),
    ...(isBackwards
      ? [
          {
            field: 'closes',
            kind: 'wrong' as const,
            words: `It ${ends} at ${inWords(closes)}, but ${starts} at ${inWords(opens)}. Correct one of them.`,
          },
        ]
      : []),
  ]
}

/** Something wrong in a row. What is `missing` may still be on its way; what is `wrong` can be said at once. */
export interface RowProblem {
  readonly field: string
  readonly kind: 'missing' | 'wrong'
  readonly words: string
}

function asks(kind: Column['kind'], label: string): string {
  if (kind === 'time') return `${label}: write the time.`
  if (kind === 'date') return `${label}: write the date.`
  if (kind === 'several') return `${label}: choose at least one.`
  return kind === 'one' ? `${label}: choose one.` : `${label}: write it down.`
}

function valueInWords({ kind, options }: Column, value: unknown): string {
  if (kind === 'several') return Array.isArray(value) ? severalInWords(options, value) : ''
  const text = textOf(value)
  if (kind === 'date') return /^\d{4}-\d{2}-\d{2}$/.test(text) ? dateInWords(text) : ''
  if (kind !== 'one') return text
  const label = options.find((option) => option.value === text)?.label ?? ''
  return isWeekday(text) ? label : label.toLowerCase()
}

function severalInWords(options: Column['options'], values: readonly unknown[]): string {
  const days = values.map(String).filter(isWeekday)
  if (days.length === values.length) return daysInWords(days)
  return options.flatMap(({ value, label }) => (values.includes(value) ? [label] : [])).join(', ')
}

function hoursOf(row: Row): string {
  const [opens, closes] = [textOf(row.opens), textOf(row.closes)]
  if (opens !== '' && closes !== '') return hoursInWords(opens, closes)
  if (opens !== '') return `from ${inWords(opens)}`
  return closes === '' ? '' : `until ${inWords(closes)}`
}

function inWords(time: string): string {
  return timeInWords(minutesOfDay(time))
}

function isWeekday(id: string): id is WeekdayId {
  return weekdays.some((day) => day.id === id)
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : ''
}
