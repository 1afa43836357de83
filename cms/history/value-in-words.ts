import { dateInWords } from '#records/dates-in-words.ts'
import type { Widget } from '#records/pieces.ts'
import { minutesOfDay, timeInWords } from '#records/time-of-day.ts'
import { isObject, valueAt } from '#records/value-at.ts'
import { subfieldsOf } from '../records/fields.ts'

/** What a record of a collection is called, or a step (`steps`), by its id or key; undefined when there is none. */
export type NameOfRecord = (collection: string, id: string) => string | undefined

/** The paragraphs of a text, each a line of its own. */
export function paragraphsIn(text: string): string[] {
  return text
    .split(/\n{2,}/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
}

/**
 * What a field holds, as its form would show it: the labels of choices, the names of records, dates and times in words. Empty for
 * nothing. An item of a list is one line: `Days: Monday, Tuesday; Opens: 9am`.
 */
export function inWords(field: Widget, value: unknown, nameOfRecord: NameOfRecord): string {
  if (value === undefined || value === null || value === '') return ''
  if (Array.isArray(value)) {
    return value
      .map((each) => inWords(field, each, nameOfRecord))
      .filter(Boolean)
      .join(', ')
  }
  if (isObject(value)) return fieldsInWords(field, value, nameOfRecord)
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  const text = String(value)
  if (field.widget === 'relation')
    return nameOfRecord(String(field.collection), text) ?? 'a record that is gone'
  if (field.widget === 'later-step') return nameOfRecord('steps', text) ?? text
  if (field.input === 'time' && /^\d{2}:\d{2}$/.test(text)) return timeInWords(minutesOfDay(text))
  // A date of a source is a text, since some have no more than a year.
  if (/^\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(text)) return dateInWords(text)
  return labelOfOption(field, text) ?? text
}

function fieldsInWords(field: Widget, value: object, nameOfRecord: NameOfRecord): string {
  const shown = subfieldsOf(field).filter(({ name, widget }) => name !== 'key' && widget !== 'hidden')
  if (shown.length === 0) return JSON.stringify(value)
  return shown
    .flatMap((subfield) => {
      const words = inWords(subfield, valueAt(value, String(subfield.name)), nameOfRecord)
      return words === '' ? [] : [`${subfield.label}: ${words}`]
    })
    .join('; ')
}

function labelOfOption({ options }: Widget, id: string): string | undefined {
  if (!Array.isArray(options)) return undefined
  const option: unknown = options.find((each) => valueAt(each, 'value') === id)
  const label = valueAt(option, 'label')
  return typeof label === 'string' ? label : undefined
}
