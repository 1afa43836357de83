import { servicesInWords } from './counts.ts'
import { filterInWords, whyNothing } from './results-in-words.ts'
import type { Found } from './search-index.ts'
import { type SearchQuery, without } from './search-query.ts'

interface Props {
  query: SearchQuery
  found: Found
  towns: readonly string[]
  onChange(query: SearchQuery): void
}

/** Why nothing was found, and what to do: the filters that hide something, and people to ask. */
export function NothingFound({ query, found, towns, onChange }: Props) {
  const guided = found.guidance.length > 0
  return (
    <div class="panel">
      <h3>{whyNothing(query, found)}</h3>
      <p>You can{guided && ' also'}:</p>
      <ul>
        {found.widenings.map(({ drop, brings }) => (
          <li key={drop}>
            <button class="link-button" type="button" onClick={() => onChange(without(query, drop))}>
              leave out {filterInWords(query, drop, towns)}
            </button>
            : {servicesInWords(brings)}
          </li>
        ))}
        {query.words !== '' && !guided && (
          <li>check the spelling, or try fewer words, such as “speech” for speech therapy</li>
        )}
        <li>
          browse <a href="/services/a-to-z/">all services from A to Z</a>
        </li>
        <li>
          <a href="/chat/">ask a navigator</a>: they know what there is, and note what is missing
        </li>
      </ul>
    </div>
  )
}
