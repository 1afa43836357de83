import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Icon } from '../page-frame/Icon.tsx'
import { Answer } from './Answer.tsx'
import type { AreaFacts } from './area-facts.ts'
import { CrisisHelp } from './CrisisHelp.tsx'
import { servicesInWords } from './counts.ts'
import { saysCrisis } from './crisis-words.ts'
import { FilterChips } from './FilterChips.tsx'
import { FilterPanel } from './FilterPanel.tsx'
import { ResultMap } from './ResultMap.tsx'
import { chipsOf, resultSentence } from './results-in-words.ts'
import { SearchFailed } from './SearchFailed.tsx'
import { withSaidAge } from './said-age.ts'
import type { SearchIndex } from './search-index.ts'
import type { SearchQuery } from './search-query.ts'
import { useSearch } from './useSearch.ts'

interface Props {
  query: SearchQuery
  /** The map is open. */
  mapOpen: boolean
  area: AreaFacts
  open(): Promise<SearchIndex>
  onChange(query: SearchQuery): void
  onMap(open: boolean): void
}

/** The results of a search, with their filters. What is asked lives in the address; this shows the answer to it. */
export function FindServices({ query: typed, mapOpen, area, open, onChange, onMap }: Props) {
  const { towns, mapTiles } = area
  const query = useMemo(() => withSaidAge(typed), [typed])
  const { found, asked, failed, fail } = useSearch(query, open)
  const [filtersOpen, setFiltersOpen] = useState(false)
  const [mapAllowed, setMapAllowed] = useState(false)
  const [mapPressed, setMapPressed] = useState(false)
  const results = useRef<HTMLDivElement>(null)
  const toResults = useRef(false)
  const showResults = () => {
    toResults.current = true
    setFiltersOpen(false)
  }
  useEffect(() => {
    if (filtersOpen || !toResults.current) return
    toResults.current = false
    results.current?.focus({ preventScroll: true })
    results.current?.scrollIntoView()
  }, [filtersOpen])
  const on = chipsOf(query, towns).length
  const many = servicesInWords((found?.services.length ?? 0) + (found?.unsaid.length ?? 0)).toLowerCase()
  const inCrisis = saysCrisis(typed.words) || saysCrisis(found?.shownFor ?? '')
  if (failed)
    return (
      <>
        {inCrisis && <CrisisHelp />}
        <SearchFailed />
      </>
    )
  return (
    <>
      {inCrisis && <CrisisHelp />}
      <div class={mapTiles ? 'results results--map' : 'results'}>
        <div class="results__tools">
          <button
            class="results__tool filters__toggle"
            type="button"
            aria-expanded={filtersOpen}
            aria-controls="filters"
            onClick={() => setFiltersOpen(!filtersOpen)}
          >
            Filter and sort{on > 0 && ` (${on} on)`}
            {filtersOpen && found && `: ${many}`}
          </button>
          {mapTiles && (
            <button
              class="results__tool"
              type="button"
              aria-expanded={mapOpen}
              aria-controls="map"
              onClick={() => {
                setMapPressed(!mapOpen)
                onMap(!mapOpen)
              }}
            >
              <Icon name="mapPin" />
              Map
            </button>
          )}
        </div>
        <div class="filters">
          <div id="filters" class={filtersOpen ? 'filters__panel filters__panel--open' : 'filters__panel'}>
            <h2 class="filters__title">Filter and sort</h2>
            <FilterPanel
              query={query}
              asked={asked}
              found={found}
              towns={towns}
              measures={area.outwardCodes.length > 0}
              onChange={onChange}
            />
            <button class="govuk-button filters__show" type="button" onClick={showResults}>
              Show {many}
            </button>
          </div>
        </div>
        <div class="results__list" ref={results} tabIndex={-1}>
          <h2 class="govuk-visually-hidden">Results</h2>
          <p class="results__count" role="status">
            {found && asked && resultSentence(asked, found)}
          </p>
          <FilterChips
            query={query}
            towns={towns}
            onChange={onChange}
            onNoneLeft={() => results.current?.focus()}
          />
          {mapTiles && mapOpen && found && (
            <ResultMap
              tiles={mapTiles}
              services={found.services}
              unsaid={found.unsaid}
              allowed={mapAllowed}
              pressed={mapPressed}
              onAllow={() => setMapAllowed(true)}
            />
          )}
          {found && asked && (
            <Answer found={found} asked={asked} area={area} onChange={onChange} onFailure={fail} />
          )}
        </div>
      </div>
    </>
  )
}
