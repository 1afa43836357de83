import { type Card, type CardKind, cardKindWords, cardPath } from '#protocol/cards.ts'
import { searchCard } from '#protocol/search-card.ts'
import { addressOf } from '../find-services/search-address.ts'
import { searchFilters } from '../find-services/search-filters.ts'
import type { GuidanceHit } from '../find-services/search-index.ts'
import type { SearchQuery } from '../find-services/search-query.ts'
import type { ServiceCardData } from '../find-services/service-card.ts'

/** A card that a navigator can give, and what the desk says of it. */
export interface CardOffer {
  readonly card: Card
  /** what it is, such as `Swimming lessons, Sale` */
  readonly about: string
}

/** The offer of a service that was found. */
export function offerOfService({ id, href, name, summary, kindAndPlace }: ServiceCardData): CardOffer {
  const card = { kind: 'service', path: href, title: name, summary, recordId: id } as const
  return { card, about: kindAndPlace }
}

/** The offers of guidance that was found. News and figures are no cards; the helpdesk adds the summaries. */
export function offersOfGuidance(found: readonly GuidanceHit[]): CardOffer[] {
  return found.flatMap(({ href, title }) => {
    const kind = guidanceFolders[href.split('/')[1] ?? '']
    if (kind === undefined || !cardPath.safeParse(href).success) return []
    return [offerOf({ kind, path: href, title, summary: '', recordId: null })]
  })
}

/** The offers of steps that hold all the words, then those of the pathways that were found. */
export function offersOfSteps(
  steps: readonly Card[],
  words: string,
  pathways: readonly string[],
): CardOffer[] {
  const wanted = words.toLowerCase().split(/\s+/).filter(Boolean)
  const holds = ({ title, summary }: Card) => {
    const text = `${title} ${summary}`.toLowerCase()
    return wanted.every((word) => text.includes(word))
  }
  const isOfFound = ({ path }: Card) => pathways.includes(path.split('#')[0] ?? '')
  const others = steps.filter((step) => isOfFound(step) && !holds(step))
  return [...steps.filter(holds), ...others].map(offerOf)
}

/** The offer of the search itself, without place and order; null when nothing is asked that a card can hold. */
export function offerOfSearch(query: SearchQuery, towns: readonly string[]): CardOffer | null {
  const { search } = addressOf({
    ...query,
    ...{ near: undefined, miles: undefined, order: undefined },
    stated: query.stated.filter((name) => name !== 'distance'),
  })
  const card = searchCard(search, searchFilters(towns))
  return card && offerOf(card)
}

/** Cards that were given lately and have all the words in their title; all of them for no words. */
export function recentOffers(recent: readonly Card[], words: string): CardOffer[] {
  const wanted = words.toLowerCase().split(/\s+/)
  return recent.filter(({ title }) => wanted.every((word) => title.toLowerCase().includes(word))).map(offerOf)
}

function offerOf(card: Card): CardOffer {
  return { card, about: cardKindWords[card.kind] }
}

const guidanceFolders: Readonly<Record<string, CardKind>> = {
  guides: 'guide',
  pathways: 'pathway',
  routes: 'route',
}
