import { useEffect, useMemo, useRef, useState } from 'preact/hooks'
import { Answer } from './Answer.tsx'
import { CrisisHelp } from './CrisisHelp.tsx'
import { servicesInWords } from './counts.ts'
import { saysCrisis } from './crisis-words.ts'
import { FilterChips } from './FilterChips.tsx'
import { FilterPanel } from './FilterPanel.tsx'
import { chipsOf, resultSentence } from './results-in-words.ts'
import { withSaidAge } from './said-age.ts'
import type { Found, SearchIndex } from './search-index.ts'
import { orders, type SearchQuery } from './search-query.ts'
import { useSearch } from './useSearch.ts'

interface Props {
  query: SearchQuery
  towns: readonly string[]
  measures: boolean
  open(): Promise<SearchIndex>
  onChange(query: SearchQuery): void
}

/** The results of a search, with their filters. What is asked lives in the address; this shows the answer to it. */
export function FindServices({ query: typed, towns, measures, open, onChange }: Props) {
  const query = useMemo(() => withSaidAge(typed), [typed])
  const { found, asked, failed, fail } = useSearch(query, open)
  const [filtersOpen, setFiltersOpen] = useState(false)
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
        <div class="notice" role="alert">
          <p class="notice__title">The search does not work right now.</p>
          <p>
            Load the page again, browse <a href="/services/a-to-z/">all services from A to Z</a>, or{' '}
            <a href="/chat/">ask a navigator</a>.
          </p>
        </div>
      </>
    )
  return (
    <>
      {inCrisis && <CrisisHelp />}
      <div class="results">
        <div class="filters">
          <button
            class="govuk-button govuk-button--secondary filters__toggle"
            type="button"
            aria-expanded={filtersOpen}
            aria-controls="filters"
            onClick={() => setFiltersOpen(!filtersOpen)}
          >
            Filters{on > 0 && ` (${on} on)`}
            {filtersOpen && found && `: ${many}`}
          </button>
          <div id="filters" class={filtersOpen ? 'filters__panel filters__panel--open' : 'filters__panel'}>
            <h2 class="filters__title">Filters</h2>
            <FilterPanel query={query} found={found} towns={towns} measures={measures} onChange={onChange} />
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
          <FilterChips query={query} towns={towns} onChange={onChange} />
          {found && asked && (
            <>
              <OrderChoice query={asked} found={found} onChange={onChange} />
              <Answer found={found} asked={asked} towns={towns} onChange={onChange} onFailure={fail} />
            </>
          )}
        </div>
      </div>
    </>
  )
}

function OrderChoice({
  query,
  found,
  onChange,
}: {
  query: SearchQuery
  found: Found
  onChange: Props['onChange']
}) {
  const measured = query.near !== undefined && !found.placeUnknown
  const offered = orders.filter(
    (order) => order === 'name' || (order === 'match' ? query.words !== '' : measured),
  )
  if (offered.length < 2 || found.services.length + found.unsaid.length < 2) return null
  return (
    <p class="results__order">
      <label for="sort">Sort by</label>
      <select
        class="govuk-select"
        id="sort"
        value={found.order}
        onChange={(event) => {
          const order = orders.find((each) => each === event.currentTarget.value)
          onChange({ ...query, order })
        }}
      >
        {offered.map((order) => (
          <option key={order} value={order}>
            {orderLabels[order]}
          </option>
        ))}
      </select>
    </p>
  )
}

const orderLabels = { match: 'Best match', distance: 'Distance', name: 'Name' } as const
