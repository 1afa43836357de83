import { useCallback, useEffect, useRef, useState } from 'preact/hooks'
import { categories, labelOf, needs } from '#records/taxonomy.ts'
import { servicesInWords } from './counts.ts'
import { FilterPanel } from './FilterPanel.tsx'
import { NothingFound } from './NothingFound.tsx'
import { ResultList } from './ResultList.tsx'
import { othersSentence, resultSentence } from './results-in-words.ts'
import type { Found, SearchIndex } from './search-index.ts'
import { type SearchQuery, toggled } from './search-query.ts'

interface Props {
  query: SearchQuery
  open(): Promise<SearchIndex>
  onChange(query: SearchQuery): void
}

/** The results of a search, with their filters. What is asked lives in the address; this shows the answer to it. */
export function FindServices({ query, open, onChange }: Props) {
  const { found, asked, failed, fail } = useSearch(query, open)
  const [filtersOpen, setFiltersOpen] = useState(false)
  const results = useRef<HTMLDivElement>(null)
  const toggle = (list: 'categories' | 'needs', id: string) => onChange(toggled(query, list, id))
  const showResults = () => {
    setFiltersOpen(false)
    results.current?.focus()
  }
  const on = query.categories.length + query.needs.length

  if (failed)
    return (
      <div class="notice" role="alert">
        <p class="notice__title">The search does not work right now.</p>
        <p>
          Load the page again, browse <a href="/services/a-to-z/">all services from A to Z</a>, or{' '}
          <a href="/chat/">ask a navigator</a>.
        </p>
      </div>
    )
  return (
    <div class="results">
      <div class="filters" hidden={on === 0 && found !== undefined && isNarrow(found)}>
        <button
          class="govuk-button govuk-button--secondary filters__toggle"
          type="button"
          aria-expanded={filtersOpen}
          aria-controls="filters"
          onClick={() => setFiltersOpen(!filtersOpen)}
        >
          Filters{on > 0 && `: ${on} on`}
        </button>
        <div id="filters" class={filtersOpen ? 'filters__panel filters__panel--open' : 'filters__panel'}>
          <h2 class="filters__title">Filters</h2>
          <FilterPanel
            query={query}
            categoryCounts={found?.categoryCounts ?? {}}
            needCounts={found?.needCounts ?? {}}
            onToggle={toggle}
          />
          <button class="govuk-button filters__show" type="button" onClick={showResults}>
            Show{' '}
            {servicesInWords((found?.services.length ?? 0) + (found?.notStated.length ?? 0)).toLowerCase()}
          </button>
        </div>
      </div>
      <div class="results__list" ref={results} tabIndex={-1}>
        <h2 class="govuk-visually-hidden">Results</h2>
        <p class="results__count" role="status">
          {found && asked && resultSentence(asked, countsOf(found))}
        </p>
        <Chips query={query} onChange={onChange} />
        {found && asked && <Answer found={found} asked={asked} onFailure={fail} />}
      </div>
    </div>
  )
}

function Answer({ found, asked, onFailure }: { found: Found; asked: SearchQuery; onFailure(): void }) {
  const { services, notStated, guidance } = found
  const showExcerpts = asked.words !== ''
  return (
    <>
      {guidance.length > 0 && (
        <div class="guidance-found">
          <h3>Guides that may help</h3>
          <ul>
            {guidance.map(({ href, title, kind }) => (
              <li key={href}>
                <a href={href}>{title}</a> <span class="note">{kind}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      {services.length + notStated.length === 0 && <NothingFound query={asked} />}
      <ResultList hits={services} showExcerpts={showExcerpts} level={3} onFailure={onFailure} />
      {notStated.length > 0 && (
        <>
          <h3 class="not-stated-title">{othersSentence(notStated.length, services.length > 0)}</h3>
          <p>They may be for everyone. Ask them.</p>
          <ResultList hits={notStated} showExcerpts={showExcerpts} level={3} onFailure={onFailure} />
        </>
      )}
    </>
  )
}

function Chips({ query, onChange }: { query: SearchQuery; onChange(query: SearchQuery): void }) {
  const chips = [
    ...query.categories.map((id) => ({ list: 'categories', id, label: labelOf(categories, id) }) as const),
    ...query.needs.map((id) => ({ list: 'needs', id, label: labelOf(needs, id) }) as const),
  ]
  if (chips.length === 0) return null
  return (
    <ul class="chips">
      {chips.map(({ list, id, label }) => (
        <li key={id}>
          <button class="chip" type="button" onClick={() => onChange(toggled(query, list, id))}>
            <span class="govuk-visually-hidden">Remove filter: </span>
            {label} <span aria-hidden="true">✕</span>
          </button>
        </li>
      ))}
      <li>
        <button class="chip" type="button" onClick={() => onChange({ ...query, categories: [], needs: [] })}>
          Clear filters
        </button>
      </li>
    </ul>
  )
}

/** Searches whenever the query changes. An answer that a newer question has overtaken is dropped. */
function useSearch(query: SearchQuery, open: Props['open']) {
  const [answer, setAnswer] = useState<{ found: Found; asked: SearchQuery } | undefined>()
  const [failed, setFailed] = useState(false)
  const fail = useCallback(() => setFailed(true), [])
  useEffect(() => {
    let current = true
    open()
      .then((index) => index.search(query))
      .then(
        (found) => {
          if (!current) return
          setAnswer({ found, asked: query })
          setFailed(false)
        },
        () => current && setFailed(true),
      )
    return () => {
      current = false
    }
  }, [query, open])
  return { found: answer?.found, asked: answer?.asked, failed, fail }
}

/** Nothing was found to narrow down. */
function isNarrow({ categoryCounts }: Found): boolean {
  return Object.values(categoryCounts).every((count) => count === 0)
}

function countsOf({ services, notStated }: Found) {
  return { stated: services.length, notStated: notStated.length }
}
