import { capitalised, withArticle } from './sentences.ts'

/** What the list says of a club. */
export interface ClubFacts {
  readonly name: string
  readonly category: string
  readonly locality: string
}

/** Sports that a club's name tells better than its category. */
const sportsInNames: readonly (readonly [RegExp, string])[] = [
  [/aikido/i, 'aikido club'],
  [/karate/i, 'karate club'],
  [/judo\/ju-?jitsu/i, 'judo and ju-jitsu club'],
  [/judo/i, 'judo club'],
  [/tae kwon-do/i, 'taekwondo club'],
  [/tai chi/i, 'tai chi club'],
  [/tang soo do/i, 'tang soo do (martial arts) club'],
  [/korfball/i, 'korfball club'],
  [/table tennis/i, 'table tennis club'],
  [/sub-aqua/i, 'sub-aqua (diving) club'],
  [/life saving/i, 'life-saving and water safety club'],
  [/synchronised swimming/i, 'synchronised swimming club'],
  [/jet ski/i, 'jet ski club'],
  [/cricket, hockey and squash/i, 'cricket, hockey and squash club'],
  [/cricket and tennis/i, 'cricket and tennis club'],
  [/cricket and sports/i, 'cricket and sports club'],
  [/basketball centre/i, 'basketball centre'],
  [/school of gymnastics/i, 'gymnastics school'],
  [/riding centre/i, 'riding centre'],
  [/athletic (club|.*district)|harriers|district athletic/i, 'athletics club'],
]

const sportsOfCategories: Readonly<Record<string, string>> = {
  Athletic: 'sports club',
  Bowling: 'bowling club',
  'Bowling, Tennis': 'bowling and tennis club',
  'Multi Sports': 'club for several sports',
  Riding: 'horse riding club',
  Trampoline: 'trampolining club',
  Weights: 'weight training club',
}

/** A few words for the kind of club, such as `Junior football club`. */
export function clubKind(club: ClubFacts): string {
  const junior = /\b(junior|juniors|youth)\b/i.test(club.name)
  return capitalised(`${junior ? 'junior ' : ''}${sportOf(club)}`)
}

/** One sentence: which sport, where, and for whom when the name says so. */
export function clubSummary(club: ClubFacts): string {
  const kind = clubKind(club)
  const noun = kind.startsWith('Gaelic') ? kind : kind.slice(0, 1).toLowerCase() + kind.slice(1)
  return `${capitalised(withArticle(noun))} in ${club.locality}${forWhom(club.name)}.`
}

function sportOf({ name, category }: ClubFacts): string {
  const told = /football/i.test(name) ? undefined : sportsInNames.find(([words]) => words.test(name))?.[1]
  return told ?? sportsOfCategories[category] ?? `${category.toLowerCase().replace('gaelic', 'Gaelic')} club`
}

function forWhom(name: string): string {
  if (/\bLadies\b/.test(name)) return ' for women'
  if (/\bMens\b/.test(name)) return ' for men'
  return /People with Disabilities/.test(name) ? ' for people with disabilities' : ''
}
