import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks'
import type { Card } from '#protocol/cards.ts'
import { StatusLine } from '../conversation/StatusLine.tsx'
import { readAreaFacts } from '../find-services/area-facts.ts'
import { FilterChips } from '../find-services/FilterChips.tsx'
import { openSearch } from '../find-services/open-search.ts'
import { resultSentence } from '../find-services/results-in-words.ts'
import { withSaidAge } from '../find-services/said-age.ts'
import type { SearchIndex } from '../find-services/search-index.ts'
import { emptyQuery, isFiltered, type SearchQuery } from '../find-services/search-query.ts'
import { useSearch } from '../find-services/useSearch.ts'
import { CardFilters } from './CardFilters.tsx'
import { CardResults } from './CardResults.tsx'
import { type CardOffer, offerOfSearch, offersOfGuidance, recentOffers } from './card-offers.ts'
import { GapFound } from './GapFound.tsx'
import { gapOfSearch, type SearchedGap } from './searched-gap.ts'
import { useArrowKeys } from './useArrowKeys.ts'
import { useServiceOffers } from './useServiceOffers.ts'
import { useStepOffers } from './useStepOffers.ts'

export type FindCardsProps = {
  /** cards that were given lately, the newest first */
  recent: readonly Card[]
  onGive: (card: Card) => void
  /** counts what nobody could find; null when it is stored, or a sentence that says why not */
  onGap: (gap: SearchedGap) => Promise<string | null>
  onClose: () => void
}

/** How many services are shown at first, and how many more each time. */
const shownAtOnce = 8
/** The same of guides, and of steps of pathways. */
const guidesAtOnce = 3

/**
 * Looks for services and guidance as one types, with the search that families have. The arrow keys lead from the field
 * through what was found; each can be given with Enter.
 */
export function FindCards({ recent, onGive, onGap, onClose }: FindCardsProps) {
  const [typed, setTyped] = useState(emptyQuery)
  const [shown, setShown] = useState(shownAtOnce)
  const [guidesShown, setGuidesShown] = useState(guidesAtOnce)
  const [stepsShown, setStepsShown] = useState(guidesAtOnce)
  const field = useRef<HTMLInputElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const { towns, open } = useMemo(openSiteSearch, [])
  const query = useMemo(() => withSaidAge(typed), [typed])
  const { found, asked, failed } = useSearch(query, open)
  useLayoutEffect(() => field.current?.focus(), [])

  const isAsked = query.words !== '' || isFiltered(query)
  const answered = asked !== undefined && (asked.words !== '' || isFiltered(asked))
  const sentence = isAsked && answered && found ? resultSentence(asked, found) : ''
  const hits = useMemo(() => (found ? [...found.services, ...found.unsaid] : []), [found])
  const services = useServiceOffers(
    useMemo(() => (isAsked ? hits.slice(0, shown) : []), [isAsked, hits, shown]),
  )
  const lately = recentOffers(recent, typed.words)
  const givenLately = new Set(lately.map(({ card }) => card.path))
  const guides = useMemo(
    () => (isAsked && found ? offersOfGuidance([...found.guidance, ...found.moreGuidance]) : []),
    [isAsked, found],
  )
  const steps = useStepOffers(isAsked ? query.words : '', pathwaysIn(guides))
  const others = isAsked && found ? inOrder(services, guides.slice(0, guidesShown), found.partly) : []
  const search = isAsked && asked === query && hits.length > 0 ? offerOfSearch(query, towns) : null

  const change = (next: SearchQuery) => {
    setTyped(next)
    setShown(shownAtOnce)
    setGuidesShown(guidesAtOnce)
    setStepsShown(guidesAtOnce)
  }
  useArrowKeys(panel, (onFirst) => (onFirst ? onClose() : field.current?.focus()))
  return (
    <div ref={panel}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          panel.current?.querySelectorAll<HTMLElement>('[data-stop]')[1]?.focus()
        }}
      >
        <label class="govuk-label" for="find-cards-words">
          Search services and guides
        </label>
        <p class="govuk-hint" id="find-cards-hint">
          Arrow keys move through the results, Enter adds one.
        </p>
        <input
          ref={field}
          class="govuk-input"
          id="find-cards-words"
          type="search"
          autocomplete="off"
          aria-describedby="find-cards-hint"
          value={typed.words}
          data-stop
          onInput={(event) => change({ ...typed, words: event.currentTarget.value })}
        />
      </form>
      <FilterChips query={query} towns={towns} onChange={change} onNoneLeft={() => field.current?.focus()} />
      <CardFilters query={query} found={found} towns={towns} onChange={change} />
      {failed ? (
        <p role="alert">The search does not answer. Check your connection, then type again.</p>
      ) : (
        <>
          <p class="find-count" aria-hidden="true">
            {sentence}
          </p>
          <StatusLine class="govuk-visually-hidden" text={sentence} />
        </>
      )}
      {isAsked && asked === query && found && hits.length === 0 && (
        <GapFound query={query} onNote={(nothing) => onGap(gapOfSearch(nothing, towns))} />
      )}
      <CardResults title="Used lately" offers={lately} onGive={onGive} />
      <CardResults
        title={isAsked ? 'Found' : ''}
        offers={others.filter(({ card }) => !givenLately.has(card.path))}
        onGive={onGive}
      />
      <ShowMore
        what="services"
        isMore={services.length < hits.length && isAsked}
        onMore={() => setShown(shown + shownAtOnce)}
      />
      <ShowMore
        what="guides"
        isMore={guidesShown < guides.length}
        onMore={() => setGuidesShown(guidesShown + shownAtOnce)}
      />
      <CardResults title="Steps" offers={steps.slice(0, stepsShown)} onGive={onGive} />
      <ShowMore
        what="steps"
        isMore={stepsShown < steps.length}
        onMore={() => setStepsShown(stepsShown + shownAtOnce)}
      />
      <CardResults title="This search as a card" offers={search ? [search] : []} onGive={onGive} />
    </div>
  )
}

/** More of what was found, when there is more. */
function ShowMore({ what, isMore, onMore }: { what: string; isMore: boolean; onMore: () => void }) {
  if (!isMore) return null
  return (
    <button type="button" class="govuk-button govuk-button--secondary" data-stop onClick={onMore}>
      Show more {what}
    </button>
  )
}

/** The addresses of the pathways among these. */
function pathwaysIn(offers: readonly CardOffer[]): string[] {
  return offers.flatMap(({ card: { kind, path } }) => (kind === 'pathway' ? [path] : []))
}

/** The best services first, then guidance, then more services; guidance first when services hold only some of the words. */
function inOrder(
  services: readonly CardOffer[],
  guidance: readonly CardOffer[],
  partly: boolean,
): CardOffer[] {
  const best = partly ? 0 : 3
  return [...services.slice(0, best), ...guidance, ...services.slice(best)]
}

/** The search of the site, opened when it is first asked, and again only after it failed. */
function openSiteSearch() {
  const root = document.getElementById('desk')
  const { towns } = root ? readAreaFacts(root) : { towns: [] }
  let opening: Promise<SearchIndex> | undefined
  const open = () => {
    opening ??= openSearch({ towns, outwardCodes: [] })
    opening.catch(() => {
      opening = undefined
    })
    return opening
  }
  return { towns, open }
}
