import type { Problem } from '#platform/pages/form-fields.ts'
import { dateInWords } from '#records/dates-in-words.ts'
import { inLondon, instantsInLondon } from '#records/london-time.ts'
import { mostMsAhead } from '../../actions/schedule-steps.ts'
import { readTypedTime } from '../../short-form/typed-time.ts'
import type { DraftField } from './draft-page.ts'

/** A note as it was typed. */
export function readNote({ text }: Typed): { text: string } | Wrong {
  const note = text.replaceAll('\r\n', '\n').trim()
  if (note === '') return wrong('text', 'Write your note first.')
  if (note.length > longestNote) return wrong('text', `Write at most ${longestNote} characters.`)
  return { text: note }
}

/**
 * A day and a time in London as they were typed, as an instant (ms UTC). Of a time that comes twice it is the first that is
 * still to come at `now` (ms UTC).
 */
export function readTime({ date, time }: Typed, now: number): { at: number } | Wrong {
  const found = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(readTypedTime(time))
  const problems: Problem<DraftField>[] = []
  if (!isDay(date)) problems.push({ field: 'date', message: 'Day: choose a day, such as 24/12/2026.' })
  if (!found) problems.push({ field: 'time', message: 'Time: write a time, such as 9am or 17:30.' })
  if (problems.length > 0 || !found) return { problems }
  const instants = instantsInLondon(date, Number(found[1]) * 60 + Number(found[2]))
  const at = instants.find((instant) => instant > now) ?? instants[0]
  if (at === undefined) return wrong('time', clocksGoForward(date))
  if (at <= now) return wrong('date', 'Day: choose a time that is still to come.')
  if (at > now + mostMsAhead) return wrong('date', 'Day: choose a day within a year from now.')
  return { at }
}

/** An instant (ms UTC) as the fields for it show it. */
export function timeFields(at: number): { date: string; time: string } {
  const { date, minutes } = inLondon(at)
  const two = (number: number) => String(number).padStart(2, '0')
  return { date, time: `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}` }
}

function isDay(date: string): boolean {
  const midnight = /^\d{4}-\d{2}-\d{2}$/.test(date) ? Date.parse(`${date}T00:00Z`) : Number.NaN
  return !Number.isNaN(midnight) && new Date(midnight).toISOString().startsWith(date)
}

function wrong(field: DraftField, message: string): Wrong {
  return { problems: [{ field, message }] }
}

/** The hour is the same each spring. */
function clocksGoForward(date: string): string {
  return `Time: the clocks go forward from 1am to 2am on ${dateInWords(date)}, so this time does not come. Choose another.`
}

const longestNote = 2_000

type Typed = Readonly<Record<DraftField, string>>

/** What is wrong with what was typed. */
interface Wrong {
  readonly problems: readonly Problem<DraftField>[]
}
