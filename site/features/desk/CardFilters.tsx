import { FilterGroup } from '../find-services/FilterGroup.tsx'
import { filterGroups, termsOf } from '../find-services/filter-groups.ts'
import { chipsOf } from '../find-services/results-in-words.ts'
import type { Found } from '../find-services/search-index.ts'
import { type SearchQuery, toggled, toggledStated } from '../find-services/search-query.ts'

/** What the search of the desk can be narrowed by. An age is typed with the words; places are not asked here. */
export function CardFilters({ query, found, towns, onChange }: CardFiltersProps) {
  const on = chipsOf(query, towns).length
  return (
    <details class="filters find-filters">
      <summary>Filters{on > 0 && ` (${on} on)`}</summary>
      {filterGroups.map(({ name, legend }) => (
        <FilterGroup
          key={name}
          name={name}
          legend={legend}
          terms={termsOf(name, towns)}
          on={query.chosen[name] ?? []}
          counts={found?.counts.terms[name] ?? {}}
          open={false}
          onToggle={(id) => onChange(toggled(query, name, id))}
          keep={{
            count: found?.counts.unsaid[name] ?? 0,
            left: query.stated.includes(name),
            onToggle: () => onChange(toggledStated(query, name)),
          }}
        />
      ))}
    </details>
  )
}

type CardFiltersProps = {
  query: SearchQuery
  /** what the last search found */
  found: Found | undefined
  towns: readonly string[]
  onChange: (query: SearchQuery) => void
}
