import { type Card, cardKindWords } from '#protocol/cards.ts'
import { SaveButton } from '../shortlist/SaveButton.tsx'
import { cardSpoken } from './announcing.ts'

/**
 * A page of the site that a navigator gave: what it is, its title as a link, what it is about. It opens in a new tab, so
 * that the talk stays.
 *
 * @param props.forVisitor whether a service can be saved to the shortlist of this device
 */
export function CardMessage({ card, forVisitor }: { card: Card; forVisitor: boolean }) {
  const { kind, path, title, summary, recordId } = card
  return (
    <article class="given" aria-label={cardSpoken(card)} data-card={kind}>
      <p class="given__kind">{cardKindWords[kind]}</p>
      <p class="given__title" dir="auto">
        <a href={path} target="_blank" rel="noopener">
          {title} <span class="given__tab">(opens in a new tab)</span>
        </a>
      </p>
      {summary !== '' && <p class="given__summary">{summary}</p>}
      {forVisitor && recordId !== null && <SaveButton id={recordId} name={title} href={path} />}
    </article>
  )
}
