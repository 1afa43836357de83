import type { ComponentChildren } from 'preact'
import { Icon } from '../page-frame/Icon.tsx'
import type { ServiceCardData } from './service-card.ts'

/** A service in a list. The same on a pre-rendered list and among results; `children` stand below the summary. */
export function ServiceCard({ card, children }: { card: ServiceCardData; children?: ComponentChildren }) {
  return (
    <article class="card">
      <h3 class="card__name">
        <a href={card.href}>{card.name}</a>
      </h3>
      <p class="card__kind">
        {card.kindAndPlace}
        {card.example && <span class="govuk-tag govuk-tag--example">Example service</span>}
        {card.closed !== undefined && <span class="govuk-tag govuk-tag--late">{card.closed}</span>}
      </p>
      <p class="card__summary">{card.summary}</p>
      {children}
      <ul class="card__facts">
        {card.facts.map(({ icon, words }) => (
          <li key={icon}>
            <Icon name={icon} />
            {words}
          </li>
        ))}
        {card.notStated.length > 0 && (
          <li class="card__not-stated" key="not-stated">
            <Icon name="help" />
            Not stated: {card.notStated.join(', ')}
          </li>
        )}
      </ul>
    </article>
  )
}
