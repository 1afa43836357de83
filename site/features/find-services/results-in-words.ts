import { capital } from '#records/capital.ts'
import { labelOf } from '#records/taxonomy.ts'
import { servicesInWords } from './counts.ts'
import { milesInWords } from './distance.ts'
import { type FilterName, type GroupName, groupNamed, termsOf } from './filter-groups.ts'
import type { Found, Hit } from './search-index.ts'
import { filtersOn, type Order, type SearchQuery } from './search-query.ts'

/** The answer in one sentence: `9 services for “swimming” near M33 2UG, best match first. 12 more do not say their age`. */
export function resultSentence(
  { words, ages, near, miles }: SearchQuery,
  found: Pick<Found, 'order' | 'partly' | 'placeUnknown' | 'shownFor' | 'unsaidFilters'> & ResultCounts,
): string {
  const { services, unsaid, order, partly, placeUnknown, shownFor, unsaidFilters, guidance } = found
  const sought = words === '' ? '' : ` ${partly ? 'with some of the words' : 'for'} “${shownFor ?? words}”`
  const place =
    near === undefined || placeUnknown
      ? ''
      : miles === undefined
        ? ` near ${near}`
        : ` ${withinWords(miles, near)}`
  const aged = ages === undefined ? '' : ` for ${ageInWords(ages)}`
  const ordered = services.length < 2 ? '' : `, ${orderWords[order]}`
  if (services.length + unsaid.length === 0 && guidance.length > 0)
    return `No services${sought}${aged}${place}, but ${guidance.length === 1 ? 'this guide' : 'these guides'} may help`
  const more =
    unsaid.length === 0 ? '' : `. ${unsaidSentence(unsaid.length, services.length > 0, unsaidFilters)}.`
  return `${servicesInWords(services.length)}${sought}${aged}${place}${ordered}${more}`
}

/** What the sentence counts. */
export interface ResultCounts {
  readonly services: { readonly length: number }
  readonly unsaid: { readonly length: number }
  readonly guidance: { readonly length: number }
}

/** Why there is no service: the words, the filters, or both at once. Never says that no page has words that a guide has. */
export function whyNothing(
  query: SearchQuery,
  { guidance, widenings }: Pick<Found, 'widenings'> & Pick<ResultCounts, 'guidance'>,
): string {
  const { words } = query
  if (widenings.length > 0)
    return words !== '' || filtersOn(query).length === 1
      ? 'There are services, but none that fits all you ask for.'
      : 'No service fits all these filters at once.'
  if (words === '') return 'No service fits these filters.'
  return guidance.length > 0 ? `No service has the words “${words}”.` : `No page has the words “${words}”.`
}

/** `12 more do not say their age or cost`. */
export function unsaidSentence(count: number, more: boolean, filters: readonly FilterName[]): string {
  const what = filters.map(unsaidWords).join(' or ')
  return `${count.toLocaleString('en-GB')}${more ? ' more' : ''} ${count === 1 ? 'does not say its' : 'do not say their'} ${what}`
}

/** What a record leaves unsaid when it does not answer a filter: `cost`. */
export function unsaidWords(name: FilterName): string {
  return name === 'age' ? 'ages' : name === 'distance' ? 'place' : groupNamed(name).unsaid
}

/** A filter that is on, as a button takes it off: a term of a group, or a whole filter. */
export interface FilterChip {
  readonly label: string
  readonly filter: FilterName | 'near'
  /** The term that the button takes off, or `stated` for services that do not say. */
  readonly term: string | undefined
}

/** The filters that are on, one a chip. */
export function chipsOf(query: SearchQuery, towns: readonly string[]): FilterChip[] {
  const chips: FilterChip[] = []
  if (query.near !== undefined && query.miles === undefined)
    chips.push({ label: `Near ${query.near}`, filter: 'near', term: undefined })
  for (const filter of filtersOn(query)) {
    if (filter === 'age' && query.ages) chips.push({ label: agesWords(query.ages), filter, term: undefined })
    else if (filter === 'distance' && query.miles !== undefined)
      chips.push({ label: capital(withinWords(query.miles, query.near)), filter, term: undefined })
    else if (filter !== 'age' && filter !== 'distance')
      for (const term of query.chosen[filter] ?? [])
        chips.push({ label: termLabel(filter, term, towns), filter, term })
    if (query.stated.includes(filter))
      chips.push({ label: `Must say ${unsaidWords(filter)}`, filter, term: 'stated' })
  }
  return chips
}

/** A whole filter in words, for an offer to take it off: `Cost: Free`. */
export function filterInWords(
  query: SearchQuery,
  name: FilterName | 'words',
  towns: readonly string[],
): string {
  if (name === 'words') return `the words “${query.words}”`
  return chipsOf(query, towns)
    .filter(({ filter }) => filter === name)
    .map(({ label }) => `“${label}”`)
    .join(' or ')
}

/** What a result says of how far it is and how it reaches people: `1.2 miles`, `Online or by telephone`. */
export function reachInWords({ miles, reach }: Pick<Hit, 'miles' | 'reach'>): string[] {
  return [
    ...(miles === undefined ? [] : [`${milesInWords(miles)} away`]),
    ...reach.map((each) => reachWords[each]),
  ]
}

function termLabel(name: GroupName, id: string, towns: readonly string[]): string {
  return labelOf(termsOf(name, towns), id)
}

function agesWords([from, to]: readonly [number, number]): string {
  return from === to ? `Age ${from}` : `Ages ${from} to ${to}`
}

/** `a 4 year old`, `ages 5 to 10`. */
function ageInWords([from, to]: readonly [number, number]): string {
  if (from !== to) return `ages ${from} to ${to}`
  if (from === 0) return 'a baby under 1'
  return `${from === 8 || from === 11 || from === 18 ? 'an' : 'a'} ${from} year old`
}

function withinWords(miles: number, near: string | undefined): string {
  return `within ${miles} ${miles === 1 ? 'mile' : 'miles'} of ${near ?? 'a postcode'}`
}

const orderWords: Readonly<Record<Order, string>> = {
  match: 'best match first',
  distance: 'nearest first',
  name: 'by name',
}

const reachWords = {
  online: 'Online or by telephone',
  'at-home': 'Comes to your home',
  'area-wide': 'For the whole area',
} as const
