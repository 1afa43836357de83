import { categories, labelOf } from '#records/taxonomy.ts'
import { pageSize } from './browse.ts'
import type { Found } from './search-index.ts'
import { type SearchQuery, toggled } from './search-query.ts'

interface Props {
  query: SearchQuery
  found: Found
  onChange(query: SearchQuery): void
}

/** Where nobody can read all that was found: the categories that hold most of it. The filters have all of them. */
export function NarrowDown({ query, found, onChange }: Props) {
  if (found.services.length + found.unsaid.length <= pageSize || query.chosen.category !== undefined)
    return null
  const offered = Object.entries(found.counts.terms['category'] ?? {})
    .sort((a, b) => b[1] - a[1])
    .slice(0, mostOffered)
  return (
    <div class="narrow-down">
      <h3>What is it about?</h3>
      <ul class="chips">
        {offered.map(([id, count]) => (
          <li key={id}>
            <button class="chip" type="button" onClick={() => onChange(toggled(query, 'category', id))}>
              {labelOf(categories, id)} ({count})
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}

const mostOffered = 6
