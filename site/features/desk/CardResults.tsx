import { useId } from 'preact/hooks'
import type { Card } from '#protocol/cards.ts'
import type { CardOffer } from './card-offers.ts'

/** Cards that can be given, each with a link to read it first. Nothing when there are none. */
export function CardResults({ title, offers, onGive }: CardResultsProps) {
  const id = useId()
  if (offers.length === 0) return null
  return (
    <>
      <h3 class="find-title" id={id}>
        {title}
      </h3>
      <ul class="find-list" aria-labelledby={id}>
        {offers.map(({ card, about }) => (
          <li key={card.path} class="find-item">
            <p class="note">{about}</p>
            <p class="find-item__title">
              <a href={card.path} target="_blank" rel="noopener">
                {card.title}
                <span class="govuk-visually-hidden"> (opens in a new tab)</span>
              </a>
            </p>
            {card.summary !== '' && <p class="find-item__summary">{card.summary}</p>}
            <button
              type="button"
              class="govuk-button govuk-button--secondary"
              data-stop
              aria-label={`Add to the conversation: ${card.title}`}
              onClick={() => onGive(card)}
            >
              Add to the conversation
            </button>
          </li>
        ))}
      </ul>
    </>
  )
}

type CardResultsProps = {
  title: string
  offers: readonly CardOffer[]
  onGive: (card: Card) => void
}
