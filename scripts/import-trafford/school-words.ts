import { capitalised, withArticle } from './sentences.ts'
import { wellSpelt } from './spelling.ts'

/** What the file says of a school. */
export interface SchoolFacts {
  readonly name: string
  readonly type: string
  /**
   * Given by the Department for Education in blocks: 1100 pupil referral units, 2000 and 3000 primary, 4000 and 5000
   * secondary, 7000 special. A free school that was independent keeps its number of 6000.
   */
  readonly establishmentNumber: number
  readonly gender: string
  readonly youngest: number | undefined
  readonly oldest: number | undefined
  readonly capacity: string | undefined
  readonly provision: string | undefined
  readonly religion: string | undefined
  /** The multi-academy trust. */
  readonly trust: string | undefined
  readonly locality: string
}

/** What kind of school it is: the words for it, and whether it is a college. */
export function schoolKind(school: SchoolFacts): { label: string; college: boolean } {
  return { label: kindWords(school), college: isCollege(school) }
}

/** One sentence: what it is, where, and for whom. */
export function schoolSummary(school: SchoolFacts): string {
  const kind = kindWords(school)
  const religion = faith(school.religion)
  const noun =
    kind === 'Independent school' ? `independent ${religion}school` : `${religion}${kind.toLowerCase()}`
  return `${capitalised(withArticle(noun))} in ${school.locality} for ${pupils(school)}.`
}

/** Sentences on places, units and trust, as far as the file states them. */
export function schoolBody(school: SchoolFacts): string {
  const sentences = [
    school.capacity === undefined
      ? undefined
      : `There is room for ${Number(school.capacity).toLocaleString('en-GB')} pupils.`,
    school.trust === undefined ? undefined : `It is part of ${trustName(school.trust)}.`,
    provisionSentence(school.provision),
    kindWords(school) === 'Special school' || provisionSentence(school.provision) !== undefined
      ? 'The source does not say for which needs: ask the school.'
      : undefined,
  ]
  return sentences.filter((sentence) => sentence !== undefined).join(' ')
}

function kindWords(school: SchoolFacts): string {
  const { establishmentNumber: number, type, name } = school
  if (isCollege(school)) return 'College'
  if (type === 'Special schools' || number >= 7000) return 'Special school'
  if (number < 2000) return 'Alternative provision school'
  if (type === 'Independent schools') return 'Independent school'
  if (number >= 4000) return /\bGrammar\b/.test(name) ? 'Grammar school' : 'Secondary school'
  if ((school.oldest ?? 11) <= 7)
    return /\bNursery\b/.test(name) ? 'Infant and nursery school' : 'Infant school'
  return (school.youngest ?? 0) >= 7 ? 'Junior school' : 'Primary school'
}

function isCollege({ type }: SchoolFacts): boolean {
  return type === 'Colleges' || type === 'Other types'
}

function faith(religion: string | undefined): string {
  if (religion === 'Church of England') return 'Church of England '
  if (religion === 'Roman Catholic' || religion === 'Catholic') return 'Catholic '
  return religion === 'Muslim' ? 'Muslim ' : ''
}

function pupils({ gender, youngest, oldest }: SchoolFacts): string {
  const young = (youngest ?? 0) >= 16
  const who = { Girls: 'girls', Boys: 'boys' }[gender] ?? whoByAge(young, oldest)
  if (youngest === undefined || oldest === undefined) return who
  if (oldest === 25 && young) return `people aged ${youngest} and over`
  return youngest === 0 ? `${who} up to the age of ${oldest}` : `${who} aged ${youngest} to ${oldest}`
}

function whoByAge(young: boolean, oldest: number | undefined): string {
  if (young) return 'young people'
  return (oldest ?? 0) > 16 ? 'children and young people' : 'children'
}

function provisionSentence(provision: string | undefined): string | undefined {
  const words = { 'SEN unit': 'an SEN unit', 'Resourced provision': 'resourced provision' }[provision ?? '']
  const both =
    provision === 'Resourced provision and SEN unit' ? 'resourced provision and an SEN unit' : words
  return both === undefined ? undefined : `It has ${both} for pupils with special educational needs (SEN).`
}

function trustName(trust: string): string {
  const name = wellSpelt(trust).replace('Academy Trust (UK) Ltd', 'Academy Trust').replace(' Ce ', ' CE ')
  return /^The /.test(name) ? name : `the ${name}`
}
