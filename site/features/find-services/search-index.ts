import { milesToNearest, type Point } from './distance.ts'
import { type ExcerptPart, excerptOf, formsIn } from './excerpt.ts'
import { type FamilyWords, searchesFor, telling, tokensOf } from './family-words.ts'
import type { FilterName } from './filter-groups.ts'
import { type Counts, countsOf, narrow, widenings } from './narrow.ts'
import { locatePostcode, type PostcodeFile } from './postcode.ts'
import type { ServiceFile } from './search-file.ts'
import type { Order, SearchQuery } from './search-query.ts'
import type { ServiceCardData } from './service-card.ts'
import type { Reach, ServiceFacts } from './service-facts.ts'
import type { WordIndex } from './word-index.ts'
import { searchWords, type WordHit } from './word-search.ts'

/** The search of this site. It runs in the browser, so that nobody learns what a family looks for. */
export interface SearchIndex {
  readonly towns: readonly string[]
  search(query: SearchQuery): Promise<Found>
}

/** What a search found. */
export interface Found {
  /** Services that say that all filters hold, in the order asked for. */
  readonly services: readonly Hit[]
  /** Services that are kept although they do not say something that was asked for. */
  readonly unsaid: readonly Hit[]
  readonly unsaidFilters: readonly FilterName[]
  /** Up to three guides, pathways and routes on the same words. */
  readonly guidance: readonly GuidanceHit[]
  /** The rest of them. */
  readonly moreGuidance: readonly GuidanceHit[]
  readonly counts: Counts
  readonly order: Order
  /** The words after slips were put right, when there were some. */
  readonly shownFor: string | undefined
  /** No page holds all the words: these hold some. */
  readonly partly: boolean
  /** True when there is a postcode in the query that we do not have. */
  readonly placeUnknown: boolean
  /** What taking one filter off would bring, when nothing was found. */
  readonly widenings: readonly { readonly drop: FilterName | 'words'; readonly brings: number }[]
}

/** A service that was found. Its card is fetched only when it is shown. */
export interface Hit {
  readonly id: string
  /** Miles from the postcode in the query, when there is one and the service has a place. */
  readonly miles: number | undefined
  readonly reach: readonly Reach[]
  load(): Promise<{
    card: ServiceCardData
    excerpt: readonly ExcerptPart[]
    /** The words of its name and summary that were looked for, in small letters. */
    found: readonly string[]
  }>
}

export interface GuidanceHit {
  readonly href: string
  readonly title: string
  readonly kind: string
}

/** What the search reads. */
export interface SearchParts {
  readonly words: WordIndex
  /** By name; each is named by its page's number. Where they are is not known yet. */
  readonly services: readonly ServiceFacts[]
  /** Their pages are those after the services. */
  readonly guidance: readonly GuidanceHit[]
  readonly towns: readonly string[]
  readonly synonyms: readonly FamilyWords[]
  /** The outward codes that have a file of postcodes. */
  readonly outwardCodes: readonly string[]
  /** The same services where they are, for distances. */
  fetchLocated(): Promise<readonly ServiceFacts[]>
  fetchVocabulary(): Promise<readonly string[]>
  fetchService(id: string): Promise<ServiceFile>
  fetchPostcodes(outward: string): Promise<PostcodeFile>
}

/** Makes the search of its parts. */
export function createSearchIndex(parts: SearchParts): SearchIndex {
  return { towns: parts.towns, search: (query) => search(parts, query) }
}

async function search(parts: SearchParts, query: SearchQuery): Promise<Found> {
  const { guidance, words: index } = parts
  const { near, words } = query
  const from =
    near === undefined ? undefined : await locatePostcode(near, parts.outwardCodes, parts.fetchPostcodes)
  const services = from === undefined ? parts.services : await parts.fetchLocated()
  const serviceOf = ({ id }: WordHit) => services[Number(id)]
  const answer =
    words === ''
      ? undefined
      : await searchWords(words, {
          ...index,
          synonyms: parts.synonyms,
          vocabulary: parts.fetchVocabulary,
          isWanted: (hit) => serviceOf(hit) !== undefined,
        })
  const found = answer === undefined ? services : answer.hits.flatMap((hit) => serviceOf(hit) ?? [])
  const matching = answer?.partly ? nearestMatches(found, query, from) : found
  const { stated, unsaid, unsaidFilters } = narrow(matching, query, from)
  const order = orderOf(query, from)
  const asked = telling(tokensOf(answer?.shownFor ?? words))
  const looked = [
    asked,
    ...searchesFor(asked.join(' '), parts.synonyms).map((text) => text.split(' ')),
  ].flat()
  const hits = (found: readonly ServiceFacts[]) =>
    sorted(found, services, order, from).map((service) => hitOf(service, looked, parts.fetchService, from))
  const none = stated.length + unsaid.length === 0
  const guides = (answer?.hits ?? []).flatMap(({ id }) => guidance[Number(id) - services.length] ?? [])
  return {
    services: hits(stated),
    unsaid: hits(unsaid),
    unsaidFilters,
    guidance: guides.slice(0, 3),
    moreGuidance: guides.slice(3),
    counts: countsOf(matching, query, from),
    order,
    shownFor: answer?.shownFor,
    partly: answer?.partly ?? false,
    placeUnknown: near !== undefined && from === undefined,
    widenings: none ? [...widenings(matching, query, from), ...withoutWords(services, query, from)] : [],
  }
}

/** When no page holds all the words, the first few that fit the filters: a long tail is no answer. */
function nearestMatches(found: readonly ServiceFacts[], query: SearchQuery, from: Point | undefined) {
  const { stated, unsaid } = narrow(found, query, from)
  const fitting = new Set([...stated, ...unsaid])
  return found.toSorted((a, b) => Number(fitting.has(b)) - Number(fitting.has(a))).slice(0, mostNearMatches)
}

const mostNearMatches = 10

function withoutWords(services: readonly ServiceFacts[], query: SearchQuery, from: Point | undefined) {
  if (query.words === '') return []
  const { stated, unsaid } = narrow(services, query, from)
  const brings = stated.length + unsaid.length
  // Without words and filters that is the whole list, which is offered anyway.
  return brings === 0 || brings === services.length ? [] : [{ drop: 'words' as const, brings }]
}

function orderOf({ order, words }: SearchQuery, from: Point | undefined): Order {
  const usual = words !== '' ? 'match' : from === undefined ? 'name' : 'distance'
  if (order === undefined || (order === 'distance' && from === undefined)) return usual
  return order === 'match' && words === '' ? usual : order
}

/** Services come in the order of the match; `byName` holds all of them by name. What has no distance comes last. */
function sorted(
  found: readonly ServiceFacts[],
  byName: readonly ServiceFacts[],
  order: Order,
  from: Point | undefined,
): readonly ServiceFacts[] {
  if (order === 'match') return found
  const ids = new Set(found.map(({ id }) => id))
  const named = byName.filter(({ id }) => ids.has(id))
  if (order === 'name' || from === undefined) return named
  const away = (service: ServiceFacts) => milesToNearest(from, service.places) ?? Number.POSITIVE_INFINITY
  return named
    .map((service) => ({ service, miles: away(service) }))
    .sort((a, b) => (a.miles === b.miles ? 0 : a.miles - b.miles))
    .map(({ service }) => service)
}

function hitOf(
  { id, places, reach }: ServiceFacts,
  words: readonly string[],
  fetchService: SearchParts['fetchService'],
  from: Point | undefined,
): Hit {
  return {
    id,
    miles: from && milesToNearest(from, places),
    reach,
    load: async () => {
      const { card, text } = await fetchService(id)
      return { card, excerpt: excerptOf(text, words), found: formsIn(`${card.name} ${card.summary}`, words) }
    },
  }
}
