import { tellNothing, tokensOf } from './family-words.ts'
import type { SearchQuery } from './search-query.ts'

/**
 * The query that a person means: an age that stands in the words becomes the age that is asked for, and leaves the
 * words. `speech therapy 4 year old` becomes the words `speech therapy` and the age 4. The same query when the words say
 * no age from birth to 25.
 */
export function withSaidAge(query: SearchQuery): SearchQuery {
  const said = ageIn(query.words)
  return said === undefined ? query : { ...query, words: said.rest, ages: said.ages }
}

/** The age in a text, youngest and oldest in years, and the text without it; no text when only small words are left. */
function ageIn(words: string): { ages: readonly [number, number]; rest: string } | undefined {
  for (const { pattern, ages } of sayings) {
    const match = pattern.exec(words)
    const [from, to] = match === null ? [undefined, undefined] : ages(match[1] ?? '', match[2])
    if (match === null || from === undefined || to === undefined || from > to || to > oldest) continue
    const rest = `${words.slice(0, match.index)} ${words.slice(match.index + match[0].length)}`
    return { ages: [from, to], rest: trimmed(rest) }
  }
  return undefined
}

/** Without the small words that held the age: `my and needs a taxi` becomes `needs a taxi`, `I am and need help` nothing. */
function trimmed(rest: string): string {
  if (tellNothing(tokensOf(rest))) return ''
  return rest
    .replace(/\s+/g, ' ')
    .replace(/^[\s,.;]*(?:(?:my|our|a|an|for|and|with|who|i am|i’m|i'm|im)\b[\s,.;]*)+/i, '')
    .replace(/(?:[\s,.;]+(?:my|our|a|an|for|and|with|who|is|am|i))+[\s,.;]*$/i, '')
    .trim()
}

type Ages = readonly [number, number]

interface Saying {
  readonly pattern: RegExp
  /** The ages of the numbers in a match; the second stands when the match is a span. */
  ages(one: string, other: string | undefined): Ages
}

const numberWords = 'one two three four five six seven eight nine ten eleven twelve'.split(' ')

const number = `(\\d{1,2}|${numberWords.join('|')})`
const span = `${number}(?:\\s*(?:-|–|to|or|and)\\s*${number})?`
/** What a number that is no age counts. */
const otherwise =
  '(?!\\s*(?:%|/|:|(?:st|nd|rd|th|am|pm)\\b|(?:minutes?|hours?|days?|weeks?|months?|miles?|terms?|children|kids)\\b)|\\d)'

const sayings: readonly Saying[] = [
  {
    pattern: new RegExp(`\\b${number}\\s*-?\\s*months?(?:\\s*-?\\s*olds?)\\b`, 'i'),
    ages: (months) => same(Math.floor(yearsOf(months) / 12)),
  },
  { pattern: new RegExp(`\\b${span}\\s*-?\\s*(?:years?|yrs?|yr)\\s*-?\\s*olds?\\b`, 'i'), ages: spanOf },
  { pattern: new RegExp(`\\b${span}\\s*(?:yo|yrs|years of age)\\b`, 'i'), ages: spanOf },
  { pattern: new RegExp(`\\b(?:aged?|ages|age of)\\s+${span}${otherwise}\\b`, 'i'), ages: spanOf },
  {
    pattern: new RegExp(`\\bunder\\s+(?:the age of\\s+)?${number}${otherwise}s?\\b`, 'i'),
    ages: (below) => [0, yearsOf(below) - 1],
  },
  {
    pattern: new RegExp(
      `\\b(?:i am|i['’]?m|(?:he|she) is|(?:he|she)['’]?s|who is)\\s+${number}\\b${otherwise}`,
      'i',
    ),
    ages: (age) => same(yearsOf(age)),
  },
  {
    pattern: new RegExp(
      `\\b(?:my|our)\\s+(?:son|daughter|child|boy|girl|kid)\\s+is\\s+${number}\\b${otherwise}`,
      'i',
    ),
    ages: (age) => same(yearsOf(age)),
  },
  { pattern: /\b(?:my|our) (?:new ?born|baby)\b/i, ages: () => [0, 1] },
  { pattern: /\b(?:my|our) toddler\b/i, ages: () => [1, 3] },
  { pattern: /\b(?:my|our) (?:teenager|teen)\b/i, ages: () => [13, 19] },
]

function spanOf(one: string, other: string | undefined): Ages {
  return [yearsOf(one), yearsOf(other ?? one)]
}

function same(age: number): Ages {
  return [age, age]
}

function yearsOf(written: string): number {
  const word = numberWords.indexOf(written.toLowerCase())
  return word === -1 ? Number(written) : word + 1
}

/** The Local Offer is for people from birth to 25. */
const oldest = 25
