import type { ComponentChildren } from 'preact'
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import { pageSize } from './browse.ts'
import { reachInWords } from './results-in-words.ts'
import { ServiceCard } from './ServiceCard.tsx'
import type { Hit } from './search-index.ts'

interface Props {
  hits: readonly Hit[]
  /** Show where the words were found. */
  showExcerpts: boolean
  /** Show how far each is and whether it comes, is online or is for the whole area. */
  showReach: boolean
  level: 2 | 3
  /** Stands after the first three. */
  among?: ComponentChildren
  /** The first card takes the focus, since a button that was pressed made way for it. */
  takesFocus?: boolean
  onFailure(): void
}

type Loaded = Awaited<ReturnType<Hit['load']>> & { readonly marks: readonly string[] }

/** The cards of a search, ten at first and 25 more on request. The first of the new ones takes the focus. */
export function ResultList({
  hits,
  showExcerpts,
  showReach,
  level,
  among,
  takesFocus = false,
  onFailure,
}: Props) {
  const [more, setMore] = useState({ hits, count: firstCards })
  const shown = more.hits === hits ? more.count : firstCards
  const [loaded, setLoaded] = useState<readonly Loaded[]>([])
  const list = useRef<HTMLDivElement>(null)
  const focusAt = useRef(takesFocus ? 0 : undefined)

  useEffect(() => {
    let current = true
    const load = async (hit: Hit) => ({ ...(await hit.load()), marks: reachInWords(hit) })
    Promise.all(hits.slice(0, shown).map(load)).then(
      (cards) => current && setLoaded(cards),
      () => current && onFailure(),
    )
    return () => {
      current = false
    }
  }, [hits, shown, onFailure])
  useLayoutEffect(() => {
    if (focusAt.current === undefined || loaded.length <= focusAt.current) return
    list.current?.querySelectorAll('.card')[focusAt.current]?.querySelector('a')?.focus()
    focusAt.current = undefined
  }, [loaded])

  const showMore = () => {
    focusAt.current = shown
    setMore({ hits, count: shown + pageSize })
  }
  const cards = (some: readonly Loaded[]) => (
    <ul class="cards">
      {some.map(({ card, excerpt, found, marks }) => (
        <li key={card.href}>
          <ServiceCard
            card={card}
            level={level}
            excerpt={showExcerpts ? excerpt : []}
            found={showExcerpts ? found : []}
            marks={showReach ? marks : []}
          />
        </li>
      ))}
    </ul>
  )
  const left = hits.length - loaded.length
  if (hits.length === 0) return null
  return (
    <>
      <div ref={list}>
        {cards(loaded.slice(0, beforeAmong))}
        {loaded.length > 0 && among}
        {loaded.length > beforeAmong && cards(loaded.slice(beforeAmong))}
      </div>
      {left > 0 && loaded.length > 0 && (
        <p class="pager">
          <button class="govuk-button govuk-button--secondary" type="button" onClick={showMore}>
            Show {Math.min(left, pageSize)} more
          </button>
          <span>
            {loaded.length} of {hits.length} shown
          </span>
        </p>
      )}
    </>
  )
}

/** Each card is a file of its own: more than people look through at once would only make them wait. */
const firstCards = 10

/** How many services stand before what stands among them. */
const beforeAmong = 3
