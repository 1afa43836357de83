import { chipsOf, type FilterChip } from './results-in-words.ts'
import { type SearchQuery, toggled, toggledStated, without, withoutFilters } from './search-query.ts'

interface Props {
  query: SearchQuery
  towns: readonly string[]
  onChange(query: SearchQuery): void
}

/** What is on, each with a button that takes it off; where there are several, one that takes off all. */
export function FilterChips({ query, towns, onChange }: Props) {
  const chips = chipsOf(query, towns)
  if (chips.length === 0) return null
  return (
    <ul class="chips" aria-label="Filters that are on">
      {chips.map((chip) => (
        <li key={`${chip.filter} ${chip.term}`}>
          <button class="chip" type="button" onClick={() => onChange(withoutChip(query, chip))}>
            <span class="govuk-visually-hidden">Remove filter: </span>
            {chip.label} <span aria-hidden="true">✕</span>
          </button>
        </li>
      ))}
      {chips.length > 1 && (
        <li>
          <button class="chip chip--all" type="button" onClick={() => onChange(withoutFilters(query))}>
            Clear all
          </button>
        </li>
      )}
    </ul>
  )
}

function withoutChip(query: SearchQuery, { filter, term }: FilterChip): SearchQuery {
  if (filter === 'near') return { ...query, near: undefined }
  if (term === 'stated') return toggledStated(query, filter)
  return term === undefined || filter === 'age' || filter === 'distance'
    ? without(query, filter)
    : toggled(query, filter, term)
}
