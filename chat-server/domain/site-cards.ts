import type { Card, SiteCards } from '#protocol/cards.ts'
import { searchCard } from '#protocol/search-card.ts'
import { CardNotFound } from './errors.ts'

/** The cards of one release, by their paths. */
export interface KnownCards {
  readonly pages: ReadonlyMap<string, Card>
  readonly filters: SiteCards['filters']
}

/** What the site has for cards, ready to be looked up. */
export function knownCards({ pages, filters }: SiteCards): KnownCards {
  return { pages: new Map(pages.map((card) => [card.path, card])), filters }
}

/**
 * The card of a page or a search, as the site calls it now.
 *
 * @throws CardNotFound when the site has no such page, or no such search
 */
export function findCard({ pages, filters }: KnownCards, path: string): Card {
  const [page, search] = path.split(/\?(.*)/s)
  const card = search === undefined ? pages.get(path) : searchAt(page, search)
  if (!card) throw new CardNotFound()
  return card

  function searchAt(page: string | undefined, search: string): Card | null {
    return page === '/services/' ? searchCard(search, filters) : null
  }
}
