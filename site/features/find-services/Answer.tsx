import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { guidesForAges } from './age-guides.ts'
import type { AreaFacts } from './area-facts.ts'
import { Guidance } from './Guidance.tsx'
import { NarrowDown } from './NarrowDown.tsx'
import { NothingFound } from './NothingFound.tsx'
import { ResultList } from './ResultList.tsx'
import { unsaidSentence } from './results-in-words.ts'
import type { Found } from './search-index.ts'
import type { SearchQuery } from './search-query.ts'

interface Props {
  found: Found
  asked: SearchQuery
  area: AreaFacts
  onChange(query: SearchQuery): void
  onFailure(): void
}

/**
 * What was found: services, among them guides that help, and services that do not say something that was asked for.
 * Guides stand first when no service has all the words, or there is none.
 */
export function Answer({ found, asked, area, onChange, onFailure }: Props) {
  const { services, unsaid, shownFor, partly } = found
  const none = services.length + unsaid.length === 0
  const byAge = asked.words === '' && asked.ages ? guidesForAges(area.ageGuides, asked.ages) : []
  const guides = asked.words === '' ? byAge : found.guidance
  const list = {
    showExcerpts: asked.words !== '',
    showReach: asked.near !== undefined || asked.chosen.town !== undefined,
    level: 3,
    onFailure,
  } as const
  const among = (
    <>
      {!partly && <Guidance guides={guides.slice(0, mostGuidesAmongServices)} />}
      <NarrowDown query={asked} found={found} onChange={onChange} />
    </>
  )
  return (
    <>
      {shownFor !== undefined && (
        <p>
          Showing results for <strong>{shownFor}</strong>. We have nothing under “{asked.words}”.
        </p>
      )}
      {none && <Guidance guides={guides} />}
      {partly && !none && <Guidance guides={guides.slice(0, mostGuidesAmongServices)} />}
      {partly && <p>No service has all these words. These have some of them.</p>}
      {none && <NothingFound query={asked} found={found} towns={area.towns} onChange={onChange} />}
      <ResultList hits={services} among={among} {...list} />
      {unsaid.length > 0 && (
        <UnsaidServices
          key={unsaidKey(asked)}
          found={found}
          among={services.length === 0 && among}
          list={list}
        />
      )}
    </>
  )
}

interface UnsaidProps {
  found: Found
  among: ComponentChildren
  list: { showExcerpts: boolean; showReach: boolean; level: 3; onFailure(): void }
}

/** Services that do not say something. Many of them wait behind a button, so that what is said comes to its end. */
function UnsaidServices({ found: { services, unsaid, unsaidFilters }, among, list }: UnsaidProps) {
  const [asked, setAsked] = useState(false)
  const many = services.length >= enoughServices && unsaid.length > enoughServices
  return (
    <>
      <h3 class="not-stated-title">{unsaidSentence(unsaid.length, services.length > 0, unsaidFilters)}</h3>
      <p>They may be right for you. Ask them.</p>
      {many && !asked ? (
        <button class="govuk-button govuk-button--secondary" type="button" onClick={() => setAsked(true)}>
          Show these {unsaid.length.toLocaleString('en-GB')} too
        </button>
      ) : (
        <ResultList hits={unsaid} among={among} takesFocus={asked} {...list} />
      )}
    </>
  )
}

/** Another search folds them again; another order of the same does not. */
function unsaidKey({ order: _, ...query }: SearchQuery): string {
  return JSON.stringify(query)
}

/** More would push the services apart. */
const mostGuidesAmongServices = 2

const enoughServices = 10
