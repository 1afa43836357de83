import { Guidance } from './Guidance.tsx'
import { NothingFound } from './NothingFound.tsx'
import { ResultList } from './ResultList.tsx'
import { unsaidSentence } from './results-in-words.ts'
import type { Found } from './search-index.ts'
import type { SearchQuery } from './search-query.ts'

interface Props {
  found: Found
  asked: SearchQuery
  towns: readonly string[]
  onChange(query: SearchQuery): void
  onFailure(): void
}

/** What was found: guidance, services, and services that do not say something that was asked for. */
export function Answer({ found, asked, towns, onChange, onFailure }: Props) {
  const { services, unsaid, unsaidFilters, guidance, shownFor, partly } = found
  const none = services.length + unsaid.length === 0
  const list = {
    showExcerpts: asked.words !== '',
    showReach: asked.near !== undefined || asked.chosen.town !== undefined,
    level: 3,
    onFailure,
  } as const
  return (
    <>
      {shownFor !== undefined && (
        <p>
          Showing results for <strong>{shownFor}</strong>. We have nothing under “{asked.words}”.
        </p>
      )}
      {partly && <p>No page has all these words. These have some of them.</p>}
      <Guidance guides={none ? guidance : guidance.slice(0, mostGuidesAboveServices)} />
      {none && <NothingFound query={asked} found={found} towns={towns} onChange={onChange} />}
      <ResultList hits={services} {...list} />
      {unsaid.length > 0 && (
        <>
          <h3 class="not-stated-title">
            {unsaidSentence(unsaid.length, services.length > 0, unsaidFilters)}
          </h3>
          <p>They may be right for you. Ask them.</p>
          <ResultList hits={unsaid} {...list} />
        </>
      )}
    </>
  )
}

/** More would push the first service off a phone's screen. */
const mostGuidesAboveServices = 2
