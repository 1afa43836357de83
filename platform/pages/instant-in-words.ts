import { dateInWords } from '#records/dates-in-words.ts'
import { inLondon } from '#records/london-time.ts'
import { timeInWords } from '#records/time-of-day.ts'

/** `22 November 2026, 3:05pm`, in London. `at` is ms UTC. */
export function instantInWords(at: number): string {
  const { date, minutes } = inLondon(at)
  return `${dateInWords(date)}, ${timeInWords(minutes)}`
}
