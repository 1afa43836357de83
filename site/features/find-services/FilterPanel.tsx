import { categories, needs, type OpenTerm } from '#records/taxonomy.ts'
import type { SearchQuery } from './search-query.ts'

interface Props {
  query: SearchQuery
  categoryCounts: Readonly<Record<string, number>>
  needCounts: Readonly<Record<string, number>>
  onToggle(list: 'categories' | 'needs', id: string): void
}

/** Filters by category and need. Each says how many services match the words. */
export function FilterPanel({ query, categoryCounts, needCounts, onToggle }: Props) {
  return (
    <>
      <FilterGroup
        legend="Category"
        name="category"
        terms={categories}
        on={query.categories}
        counts={categoryCounts}
        onToggle={(id) => onToggle('categories', id)}
      />
      <FilterGroup
        legend="Need"
        name="need"
        terms={needs}
        on={query.needs}
        counts={needCounts}
        onToggle={(id) => onToggle('needs', id)}
      />
    </>
  )
}

interface GroupProps {
  legend: string
  name: string
  terms: readonly OpenTerm[]
  on: readonly string[]
  counts: Readonly<Record<string, number>>
  onToggle(id: string): void
}

function FilterGroup({ legend, name, terms, on, counts, onToggle }: GroupProps) {
  const offered = terms.filter(({ id }) => on.includes(id) || (counts[id] ?? 0) > 0)
  if (offered.length === 0) return null
  return (
    <fieldset class="govuk-fieldset">
      <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{legend}</legend>
      {offered.map(({ id, label }) => (
        <div class="govuk-checkboxes__item" key={id}>
          <input
            class="govuk-checkboxes__input"
            type="checkbox"
            id={`filter-${name}-${id}`}
            checked={on.includes(id)}
            onChange={() => onToggle(id)}
          />
          <label class="govuk-checkboxes__label" for={`filter-${name}-${id}`}>
            {label} <span class="filters__count">{counts[id] ?? 0}</span>
          </label>
        </div>
      ))}
    </fieldset>
  )
}
