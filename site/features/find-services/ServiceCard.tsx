import type { ComponentChildren } from 'preact'
import { Icon } from '../page-frame/Icon.tsx'
import type { ServiceCardData } from './service-card.ts'

interface Props {
  card: ServiceCardData
  /** Level of the heading that the name is. */
  level: 2 | 3
  /** Stands below the summary: where the words searched for were found. */
  children?: ComponentChildren
}

/** A service in a list. The same on a pre-rendered list and among results. */
export function ServiceCard({ card, level, children }: Props) {
  const Heading = `h${level}` as const
  return (
    <article class="card">
      <Heading class="card__name">
        <a href={card.href}>{card.name}</a>
      </Heading>
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
