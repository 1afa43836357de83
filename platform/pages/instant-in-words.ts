import { dateInWords } from '#records/dates-in-words.ts'
import { inLondon, instantsInLondon } from '#records/london-time.ts'
import { timeInWords } from '#records/time-of-day.ts'

/** `22 November 2026, 3:05pm`, in London; of a time that comes twice, also which of the two. `at` is ms UTC. */
export function instantInWords(at: number): string {
  const { date, minutes } = inLondon(at)
  const [, second] = instantsInLondon(date, minutes)
  const which = second === undefined ? '' : ` (${at < second ? 'before' : 'after'} the clocks go back)`
  return `${dateInWords(date)}, ${timeInWords(minutes)}${which}`
}
