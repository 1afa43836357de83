import type { Found } from './search-index.ts'
import { orders, type SearchQuery } from './search-query.ts'

interface Props {
  query: SearchQuery
  found: Found
  onChange(query: SearchQuery): void
}

/** In which order the results stand. Not there when only one order makes sense. */
export function OrderChoice({ query, found, onChange }: Props) {
  const measured = query.near !== undefined && !found.placeUnknown
  const offered = orders.filter(
    (order) => order === 'name' || (order === 'match' ? query.words !== '' : measured),
  )
  if (offered.length < 2 || found.services.length + found.unsaid.length < 2) return null
  return (
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for="sort">
        Sort by
      </label>
      <select
        class="govuk-select govuk-input--width-10"
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
    </div>
  )
}

const orderLabels = { match: 'Best match', distance: 'Distance', name: 'Name' } as const
