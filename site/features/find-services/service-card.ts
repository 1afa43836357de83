import { daysInWords, hoursInWords } from '#records/dates-in-words.ts'
import type { Service } from '#records/service.ts'
import { accessAnswers } from '../service-page/present-access.ts'
import { agesInWords, easiestWayIn, townOf } from '../service-page/present-service.ts'

/** What a list shows of a service. It is data: printed into the page for the search, and drawn by `ServiceCard`. */
export interface ServiceCardData {
  /** The record's own id. */
  readonly id: string
  readonly name: string
  readonly href: string
  /** `Primary school, Sale` */
  readonly kindAndPlace: string
  readonly summary: string
  readonly example: boolean
  /** Said when it is not open. */
  readonly closed: string | undefined
  /** Up to five facts that decide. */
  readonly facts: readonly CardFact[]
  /** What the record does not say, such as `cost`. */
  readonly notStated: readonly string[]
}

export interface CardFact {
  readonly icon: 'users' | 'clock' | 'doorOpen' | 'pound' | 'accessibility'
  readonly words: string
}

/** The card of a service. */
export function cardOf(slug: string, service: Service): ServiceCardData {
  const answers = factAnswers(service)
  return {
    id: service.id,
    name: service.name,
    href: `/services/${slug}/`,
    kindAndPlace: [service.kind, townOf(service.where)].filter((each) => each !== undefined).join(', '),
    summary: service.summary,
    example: service.provenance.kind === 'example',
    closed: closedWords[service.status],
    facts: answers.flatMap(({ icon, words }) => (words === undefined ? [] : [{ icon, words }])),
    notStated: answers.flatMap(({ words, asked }) => (words === undefined ? [asked] : [])),
  }
}

function factAnswers(service: Service) {
  const ages = agesInWords(service.whoFor)
  const has = accessAnswers(service.access).yes
  return [
    { icon: 'users', asked: 'age', words: ages === undefined ? undefined : `Ages: ${ages}` },
    { icon: 'clock', asked: 'times', words: shortTimes(service.when.times) },
    { icon: 'doorOpen', asked: 'how to get in', words: easiestWayIn(service.gettingIt.howIn) },
    { icon: 'pound', asked: 'cost', words: shortCost(service.gettingIt) },
    {
      icon: 'accessibility',
      asked: 'access',
      words: has.length === 0 ? undefined : has.slice(0, 2).join(', '),
    },
  ] as const
}

function shortTimes(times: Service['when']['times']): string | undefined {
  const [first, ...others] = times
  if (first === undefined) return undefined
  const days = daysInWords(times.flatMap((each) => each.days))
  const sameHours = others.every(({ opens, closes }) => opens === first.opens && closes === first.closes)
  return sameHours ? `${days}, ${hoursInWords(first.opens, first.closes)}` : days
}

function shortCost({ free, costs }: Service['gettingIt']): string | undefined {
  if (free === true) return 'Free'
  return free === false || costs.length > 0 ? 'Costs money' : undefined
}

const closedWords = {
  open: undefined,
  'temporarily-closed': 'Closed for now',
  closed: 'Closed for good',
} as const
