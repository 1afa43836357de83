import type { Problem } from '#platform/pages/form-fields.ts'
import { fieldsOf, textOf } from '#platform/pages/sent-fields.ts'
import type { Problem as ContentProblem } from '#records/check-together.ts'
import { weekdays } from '#records/taxonomy.ts'
import { readTelephone } from '#records/telephone.ts'
import { isObject, valueAt } from '#records/value-at.ts'
import { messageOf, plainMessage } from '../records/content-check.ts'
import type { Values } from '../records/record-file.ts'
import { readTypedEnd, readTypedTime } from './typed-time.ts'

/** The short form of a service as somebody typed it: regular times, notes on them, and contact. */
export interface TypedForm {
  readonly times: readonly TypedTime[]
  readonly lines: Readonly<Record<LineField, string>>
}

/** One set of hours. A new one has no key yet. */
export interface TypedTime {
  readonly key: string
  readonly days: readonly string[]
  readonly opens: string
  readonly closes: string
  readonly period: string
  readonly remove: boolean
}

/** The fields of one text each, and where they stand in a record. */
export const lineFields = {
  notes: ['when', 'notes'],
  telephone: ['contact', 'telephone'],
  email: ['contact', 'email'],
  website: ['contact', 'website'],
} as const

export type LineField = keyof typeof lineFields

const lineNames = ['notes', 'telephone', 'email', 'website'] as const satisfies readonly LineField[]

/** What the form shows of a record before anybody types. */
export function formOf(data: Values): TypedForm {
  const times = valueAt(data, 'when', 'times')
  return {
    times: Array.isArray(times) ? times.filter(isObject).map(timeOf) : [],
    lines: linesFrom((name) => wordsAt(data, ...lineFields[name])),
  }
}

function timeOf(item: object): TypedTime {
  const days = valueAt(item, 'days')
  return {
    key: wordsAt(item, 'key'),
    days: Array.isArray(days) ? days.map(String) : [],
    ...{ opens: wordsAt(item, 'opens'), closes: wordsAt(item, 'closes'), period: wordsAt(item, 'period') },
    remove: false,
  }
}

/** Reads the form as it came. At most 50 sets of hours. */
export function readForm(body: unknown): TypedForm {
  const fields = fieldsOf(body)
  const count = Math.min(Number(textOf(fields, 'times')) || 0, mostTimes)
  return {
    times: Array.from({ length: Math.max(count, 0) }, (_, index) => {
      const named = (name: string) => textOf(fields, `time-${index}-${name}`)
      const days = [fields[`time-${index}-days`]].flat()
      return {
        key: named('key'),
        days: weekdays.map(({ id }) => id).filter((id) => days.includes(id)),
        ...{ opens: named('opens'), closes: named('closes'), period: named('period') },
        remove: named('remove') === 'yes',
      }
    }),
    lines: linesFrom((name) => textOf(fields, name)),
  }
}

/** The form with one more set of hours to fill in. */
export function withOneMore(form: TypedForm): TypedForm {
  return form.times.length < mostTimes ? { ...form, times: [...form.times, emptyTime] } : form
}

/**
 * The values of a record with what was typed in its place; all other fields stay. `rows` says for each set of hours in the
 * values in which row of the form it was typed.
 */
export function withTyped(data: Values, form: TypedForm): { data: Values; rows: readonly number[] } {
  const rows = form.times.flatMap((time, row) => (time.remove || isEmpty(time) ? [] : [row]))
  const times = rows.map((row) => valuesOf(form.times[row] ?? emptyTime))
  const { notes, telephone, email, website } = form.lines
  return {
    data: {
      ...data,
      when: {
        ...groupOf(data.when),
        times,
        ...told({ notes: notes.replaceAll('\r\n', '\n') }, 'when', data),
      },
      contact: {
        ...groupOf(data.contact),
        ...told(
          {
            telephone: readTelephone(telephone) ?? telephone.replace(/\s+/g, ' '),
            ...{ email, website: wholeAddress(website) },
          },
          'contact',
          data,
        ),
      },
    },
    rows,
  }
}

/** What is wrong, each with the field of the form that it is about. Other fields of the record are nobody's fault here. */
export function problemsOnForm(
  problems: readonly ContentProblem[],
  rows: readonly number[],
): Problem<string>[] {
  return problems.map((problem) => {
    const message = plainMessage(problem)
    const line = lineNames.find((name) => lineFields[name].join('.') === problem.field)
    if (line !== undefined) return { field: line, message }
    const [, index, name = 'opens'] = /^when\.times\.(\d+)(?:\.(\w+))?/.exec(problem.field) ?? []
    const row = index === undefined ? undefined : rows[Number(index)]
    if (row !== undefined) return { field: `time-${row}-${name}`, message: `Time ${row + 1}. ${message}` }
    return { field: 'form', message: messageOf([problem], problem.file) }
  })
}

const emptyTime: TypedTime = { key: '', days: [], opens: '', closes: '', period: '', remove: false }
const mostTimes = 50

function isEmpty({ days, opens, closes }: TypedTime): boolean {
  return days.length === 0 && opens.trim() === '' && closes.trim() === ''
}

function valuesOf({ key, days, opens, closes, period }: TypedTime): Values {
  const typed = { days: [...days], opens: readTypedTime(opens), closes: readTypedEnd(closes) }
  return { ...(key !== '' && { key }), ...typed, ...(period !== '' && { period }) }
}

/** Trimmed texts of a group. One that was empty and stays empty is not mentioned; one that was cleared is. */
function told(texts: Readonly<Record<string, string>>, group: string, data: Values): Values {
  return Object.fromEntries(
    Object.entries(texts).flatMap(([name, text]) => {
      const isNews = text.trim() !== '' || valueAt(data, group, name) !== undefined
      return isNews ? [[name, text.trim()]] : []
    }),
  )
}

/** People leave out how an address begins. */
function wholeAddress(website: string): string {
  return /^[\w-]+(\.[\w-]+)+([/?#]\S*)?$/.test(website.trim()) ? `https://${website.trim()}` : website
}

function groupOf(value: unknown): object {
  return isObject(value) ? value : {}
}

function wordsAt(value: unknown, ...path: readonly string[]): string {
  const found = valueAt(value, ...path)
  return typeof found === 'string' ? found : ''
}

function linesFrom(read: (name: LineField) => string): Record<LineField, string> {
  return {
    notes: read('notes'),
    telephone: read('telephone'),
    email: read('email'),
    website: read('website'),
  }
}
