import type { z } from 'zod'
import { text } from './field-kit.ts'
import type { Piece, Words } from './pieces.ts'

/** Months as records hold them, `2017-09`: they sort and compare as text. */

/** A month of a year, `2017-09`. */
export function month(words: Words): Piece<z.ZodString> {
  const wants = `${words.label}: write a month such as 2026-10, in quotation marks`
  const { schema, widget } = text(words)
  return {
    schema: schema.regex(/^20\d{2}-(0[1-9]|1[0-2])$/, wants),
    widget: { ...widget, pattern: [pattern, wants] },
  }
}

const pattern = '^20[0-9]{2}-(0[1-9]|1[0-2])$'

/** The month of a calendar date: `2026-11-22` → `2026-11`. */
export function monthOf(date: string): string {
  return date.slice(0, 7)
}

/**
 * The first month of the school term before the one that `month` is in: autumn from September, spring from January, summer
 * from April. `2017-05` → `2017-01`.
 */
export function lastTermStart(month: string): string {
  const year = Number(month.slice(0, 4))
  const number = Number(month.slice(5, 7))
  if (number >= 9) return `${year}-04`
  return number >= 4 ? `${year}-01` : `${year - 1}-09`
}
