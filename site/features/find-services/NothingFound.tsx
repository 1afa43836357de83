import { isEmpty, type SearchQuery } from './search-query.ts'

/** What to do when nothing was found. */
export function NothingFound({ query }: { query: SearchQuery }) {
  const filtered = !isEmpty({ ...query, words: '' })
  return (
    <div class="panel">
      <h3>Nothing found? You can:</h3>
      <ul>
        {query.words !== '' && (
          <li>check the spelling, or try fewer words, such as “speech” for speech therapy</li>
        )}
        {filtered && <li>take a filter off</li>}
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
