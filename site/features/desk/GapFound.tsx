import { useState } from 'preact/hooks'
import type { SearchQuery } from '../find-services/search-query.ts'

/** Offered when a search finds nothing: one press counts what was missing, as it was searched for. */
export function GapFound({ query, onNote }: GapFoundProps) {
  const [said, setSaid] = useState('')
  const [noted, setNoted] = useState<SearchQuery | null>(null)
  const note = async () => {
    if (noted === query) return
    const problem = await onNote(query)
    setSaid(problem ?? 'It is counted as a gap.')
    if (problem === null) setNoted(query)
  }
  return (
    <div class="find-gap">
      <button
        type="button"
        class="govuk-button govuk-button--secondary"
        data-stop
        aria-disabled={noted === query ? 'true' : undefined}
        onClick={() => void note()}
      >
        No service found: count it as a gap
      </button>
      <p role="status">{said}</p>
    </div>
  )
}

type GapFoundProps = {
  query: SearchQuery
  /** null when it is stored, or a sentence that says why not */
  onNote: (query: SearchQuery) => Promise<string | null>
}
