import { capital } from '#records/capital.ts'
import { costInWords } from '#records/cost-in-words.ts'
import { counted } from '#records/counted.ts'
import { monthInWords } from '#records/dates-in-words.ts'
import { joined } from '#records/joined.ts'
import type { Service } from '#records/service.ts'
import { labelOf, needs } from '#records/taxonomy.ts'
import { inSentence } from '../records/in-sentence.ts'

/**
 * The facts of a service in words, a sentence or line each. An empty list means that the record does not say: pages show
 * "Not stated" and never guess.
 */

/** `4 to 11`, `Birth to 18`, `11 and over`, `Up to 11`, `16`; `undefined` when no age is stated. */
export function agesInWords({ youngest, oldest }: Service['whoFor']): string | undefined {
  if (youngest === undefined && oldest === undefined) return undefined
  if (oldest === undefined) return youngest === 0 ? 'From birth' : `${youngest} and over`
  if (youngest === undefined) return `Up to ${oldest}`
  if (youngest === oldest) return youngest === 0 ? 'Under 1' : `${youngest}`
  return `${youngest === 0 ? 'Birth' : youngest} to ${oldest}`
}

/** Who can use it: the rule itself, ages, needs and where people may live. */
export function whoInWords(whoFor: Service['whoFor']): string[] {
  const ages = agesInWords(whoFor)
  const named = whoFor.needs.map((id) => labelOf(needs, id))
  return [
    whoFor.whoCanUse,
    ages === undefined ? undefined : `Ages: ${ages}.`,
    named.length === 0 ? undefined : `Needs: ${named.join('; ')}.`,
    whoFor.coverage === undefined ? undefined : coverageWords[whoFor.coverage],
    whoFor.areas === undefined || whoFor.areas.length === 0 ? undefined : `For ${joined(whoFor.areas)}.`,
    whoFor.outOfArea === true ? 'It is outside the area: families travel to use it.' : undefined,
  ].filter(isStated)
}

/** How to get in, easiest way first. */
export function howInWords({ howIn, whoRefers, howToApply, eligibility }: Service['gettingIt']): string[] {
  const choices = waysToChoose.filter(([id]) => howIn.includes(id)).map(([, words]) => words)
  const ways = choices.length === 0 ? undefined : capital(`${choices.join(', or ')}.`)
  const council = howIn.includes('council') ? 'The council decides.' : undefined
  const rule = eligibility === undefined ? undefined : `To qualify: ${eligibility}`
  const who =
    whoRefers === undefined ? undefined : `Who can ask for you: ${inSentence(whoRefers)}.`.replace('..', '.')
  return [ways, council, who, howToApply, rule].filter(isStated)
}

/** The easiest way in, for a card; `undefined` when not stated. */
export function easiestWayIn(howIn: Service['gettingIt']['howIn']): string | undefined {
  return waysIn.find(([id]) => howIn.includes(id))?.[1]
}

/** How long people usually wait, and when that was measured. */
export function waitInWords(wait: Service['gettingIt']['usualWait']): string[] {
  if (wait === undefined) return []
  const measured = `${wait.until === undefined ? '' : `to ${inSentence(wait.until)} `}(measured ${monthInWords(wait.measuredOn)})`
  if (wait.weeks === 0) return [`Less than a week ${measured}`]
  return [`About ${counted(wait.weeks, 'week')} ${measured}`]
}

/** What it costs: free or not, then each cost. */
export function costsInWords({ free, costs }: Service['gettingIt']): string[] {
  const each = costs.map(costInWords)
  if (free === true) return [each.length === 0 ? 'It is free.' : 'It is free to use.', ...each]
  if (free === false) return each.length === 0 ? ['It costs money. Ask the service how much.'] : each
  return each
}

/** How it happens: in person, at home, online. */
export function deliveryInWords(delivery: Service['where']['delivery']): string | undefined {
  if (delivery.length === 0) return undefined
  return `${joined(delivery.map((way, index) => lowered(deliveryWords[way], index)))}.`
}

/** The address of a place on one line. */
export function addressInWords(place: Service['where']['places'][number]): string {
  return [place.name, place.address, place.town, place.postcode].filter(isStated).join(', ')
}

/** The town of the first place, for cards. */
export function townOf({ places }: Service['where']): string | undefined {
  return places.find(({ town }) => town !== undefined)?.town
}

const coverageWords = {
  near: 'For people who live around its places.',
  'area-wide': 'For people anywhere in the area.',
  beyond: 'For people in the area and beyond.',
} as const

const waysIn = [
  ['drop-in', 'Just come'],
  ['self', 'You can refer yourself'],
  ['professional', 'A professional refers you'],
  ['council', 'The council decides'],
] as const

/** Ways that stand beside each other, as parts of one sentence. */
const waysToChoose = [
  ['drop-in', 'you can just come'],
  ['self', 'you can refer yourself'],
  ['professional', 'a professional can refer you'],
] as const

const deliveryWords = {
  'in-person': 'In person',
  'at-home': 'At your home',
  online: 'Online or by telephone',
} as const

function lowered(words: string, index: number): string {
  return index === 0 ? words : words.charAt(0).toLowerCase() + words.slice(1)
}

function isStated(value: string | undefined): value is string {
  return value !== undefined && value !== ''
}
