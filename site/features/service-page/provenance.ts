import { byLetters } from '#records/by-letters.ts'
import { dateInWords, monthInWords } from '#records/dates-in-words.ts'
import type { Service } from '#records/service.ts'

type Provenance = Service['provenance']

/** Where a record comes from, in sentences that name source, date and licence. */
export function provenanceInWords({ kind, source, sourceDate, licence, attribution }: Provenance): string {
  const from =
    kind === 'example'
      ? 'This service is made up for the demonstration.'
      : `Source: ${source}${sourceDate === undefined ? '' : `, ${sourceDateInWords(sourceDate)}`}.`
  return [from, `Licence: ${withFullStop(licence)}`, attribution]
    .filter((each) => each !== undefined)
    .join(' ')
}

/** `2024-09-26` → `26 September 2024`, `2018-07` → `July 2018`, `2023` stays. */
export function sourceDateInWords(sourceDate: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(sourceDate)) return dateInWords(sourceDate)
  return /^\d{4}-\d{2}$/.test(sourceDate) ? monthInWords(sourceDate) : sourceDate
}

/** The attributions that open data asks for, each once, in the order of the alphabet. */
export function attributionsOf(provenances: readonly Provenance[]): string[] {
  const said = provenances
    .filter(({ kind }) => kind === 'open-data')
    .map(({ attribution, source, licence }) => attribution ?? `${source}. ${withFullStop(licence)}`)
  return [...new Set(said)].sort(byLetters)
}

function withFullStop(text: string): string {
  return text.endsWith('.') ? text : `${text}.`
}
