import { dateInWords } from '#records/dates-in-words.ts'
import { inLondon } from '#records/london-time.ts'
import { timeInWords } from '#records/time-of-day.ts'

/** Somebody as the database knows them now; without a name once their account is gone. */
export interface PersonShown {
  readonly role: string
  readonly name: string | undefined
}

/** `Ada (editor)`. */
export function personInWords({ name, role }: PersonShown): string {
  if (name !== undefined) return `${name} (${role})`
  return role === 'editor' || role === 'provider'
    ? `somebody whose account is gone (${role})`
    : 'the CMS itself'
}

/** `22 November 2026, 3:05pm`, in London. `at` is ms UTC. */
export function instantInWords(at: number): string {
  const { date, minutes } = inLondon(at)
  return `${dateInWords(date)}, ${timeInWords(minutes)}`
}
