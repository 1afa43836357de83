import type { Card } from '#protocol/cards.ts'
import { cardInWords } from '#protocol/cards.ts'
import { StatusLine } from '../conversation/StatusLine.tsx'

/** Above the box one writes in: the card that goes with the next message, and the way to find one. */
export function CardToGive({ card, finding, onFind, onRemove }: CardToGiveProps) {
  return (
    <div class="to-give">
      {card && (
        <p class="to-give__card">
          <span dir="auto">{cardInWords(card)}</span>{' '}
          <button type="button" class="link-button" onClick={onRemove}>
            Remove<span class="govuk-visually-hidden"> the card {card.title}</span>
          </button>
        </p>
      )}
      <button
        type="button"
        class="link-button"
        id="find-cards-toggle"
        aria-expanded={finding ? 'true' : 'false'}
        aria-controls={finding ? 'find-cards' : undefined}
        onClick={onFind}
      >
        {card ? 'Find another page' : 'Find a page to give'}
      </button>
      <StatusLine
        class="govuk-visually-hidden"
        text={card ? `Card added: ${card.title}. It goes with your next message.` : ''}
      />
    </div>
  )
}

type CardToGiveProps = {
  card: Card | null
  /** the search is open */
  finding: boolean
  onFind: () => void
  onRemove: () => void
}
