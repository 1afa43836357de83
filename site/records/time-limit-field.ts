import type { z } from 'zod'
import { capital } from './capital.ts'
import { text } from './field-kit.ts'
import type { Piece, Words } from './pieces.ts'
import { timeLimits } from './time-limits.ts'

/** The key of a time limit, chosen from all that there are. Whether there is one is checked with the record. */
export function timeLimitKey(words: Words): Piece<z.ZodString> {
  const { schema } = text({ ...words, max: 60 })
  return { schema, widget: { widget: 'select', options: timeLimitOptions, ...words } }
}

/** What each is about comes first: several say the same number of days. */
const timeLimitOptions = Object.entries(timeLimits)
  .map(([value, { words }]) => ({ value, label: `${aboutWhat(value)}: ${words}` }))
  .sort((one, other) => one.label.localeCompare(other.label, 'en-GB'))

/** What a key says: `ehc-final-plan` is “EHC final plan”. */
function aboutWhat(key: string): string {
  return capital(key.replaceAll('-', ' ').replace(/\b(ehc|nhs|send)\b/g, (letters) => letters.toUpperCase()))
}
