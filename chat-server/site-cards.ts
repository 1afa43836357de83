import { createReleaseFileReader, ReleaseFileError } from '#platform/release-file.ts'
import { type Card, siteCardsSchema } from '#protocol/cards.ts'
import { CardNotFound } from './domain/errors.ts'
import { findCard, knownCards } from './domain/site-cards.ts'

/** The card of a page or a search of the site. Throws `CardNotFound`. */
export type FindCard = (path: string) => Card

/**
 * Looks cards up in the current release (`cards.json`), so that a card says what the page says.
 *
 * @param releaseDir gives the folder of the current release
 */
export function createCardFinder(releaseDir: () => string): FindCard {
  const read = createReleaseFileReader(releaseDir, 'cards.json', (text) =>
    knownCards(siteCardsSchema.parse(JSON.parse(text))),
  )
  return (path) => {
    try {
      return findCard(read(), path)
    } catch (error) {
      // A release from before there were cards: trying again would not help the navigator.
      if (error instanceof ReleaseFileError) throw new CardNotFound({ cause: error })
      throw error
    }
  }
}

/** For a helpdesk without a site: there is no page to give. */
export const noCards: FindCard = () => {
  throw new CardNotFound()
}
