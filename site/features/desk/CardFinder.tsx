import { useCallback, useEffect, useState } from 'preact/hooks'
import type { FindCardsProps } from './FindCards.tsx'

/** The search of the site beside a talk. Its program and the search's files are fetched when it is opened first. */
export function CardFinder(props: FindCardsProps) {
  const [Panel, setPanel] = useState<((props: FindCardsProps) => preact.JSX.Element) | null>(null)
  const [failed, setFailed] = useState(false)
  const load = useCallback(() => {
    setFailed(false)
    import('./FindCards.tsx').then(
      ({ FindCards }) => setPanel(() => FindCards),
      () => setFailed(true),
    )
  }, [])
  useEffect(load, [load])
  return (
    <section class="desk__find" id="find-cards" aria-labelledby="find-cards-heading">
      <div class="find-head">
        <h2 id="find-cards-heading">Find a page to give</h2>
        <button type="button" class="link-button" onClick={props.onClose}>
          Close<span class="govuk-visually-hidden"> the search</span>
        </button>
      </div>
      {Panel && <Panel {...props} />}
      {!Panel && !failed && <p role="status">Opening the search…</p>}
      {!Panel && failed && (
        <>
          <p role="alert">We could not open the search. Check your connection.</p>
          <button type="button" class="govuk-button govuk-button--secondary" onClick={load}>
            Try again
          </button>
        </>
      )}
    </section>
  )
}
