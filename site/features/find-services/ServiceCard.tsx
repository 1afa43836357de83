import { Fragment, h } from 'preact'
import { Icon } from '../page-frame/Icon.tsx'
import { SaveButton } from '../shortlist/SaveButton.tsx'
import { type ExcerptPart, foundWords, markedParts } from './excerpt.ts'
import type { ServiceCardData } from './service-card.ts'

interface Props {
  card: ServiceCardData
  /** Level of the heading that the name is. */
  level: 2 | 3
  /** Where the words searched for were found; none on a list to browse. */
  excerpt?: readonly ExcerptPart[]
  /** Words of its name and summary that were searched for, in small letters. */
  found?: readonly string[]
  /** How far it is, and whether it comes to people. */
  marks?: readonly string[]
}

/** A service in a list. The same on a pre-rendered list and among results. */
export function ServiceCard({ card, level, excerpt = [], found = [], marks = [] }: Props) {
  const words = [...foundWords(excerpt), ...found]
  const facts = card.facts.map((fact) => fact.words)
  const said = [card.name, card.summary, card.kindAndPlace, ...facts, card.example ? exampleTag : '']
  const shown = markedParts(said.join(' '), words)
  const elsewhere = words.some((word) => !shown.some((part) => part.text.toLowerCase() === word))
  const Heading = `h${level}` as const
  return (
    <article class="card">
      <Heading class="card__name">
        <a href={card.href}>
          <Marked parts={markedParts(card.name, words)} />
        </a>
      </Heading>
      <p class="card__kind">
        {card.kindAndPlace}
        {card.example && <span class="govuk-tag govuk-tag--example">{exampleTag}</span>}
        {card.closed !== undefined && <span class="govuk-tag govuk-tag--late">{card.closed}</span>}
      </p>
      {marks.length > 0 && (
        <p class="card__marks">
          <Icon name="mapPin" />
          {marks.join(' · ')}
        </p>
      )}
      <p class="card__summary">
        <Marked parts={markedParts(card.summary, words)} />
      </p>
      {elsewhere && (
        <p class="card__found">
          … <Marked parts={excerpt} /> …
        </p>
      )}
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
      <SaveButton id={card.id} name={card.name} href={card.href} />
    </article>
  )
}

const exampleTag = 'Example service'

/** Text with what was found marked. The pieces have no order of their own to keep, so they need no keys. */
function Marked({ parts }: { parts: readonly ExcerptPart[] }) {
  return h(Fragment, null, ...parts.map(({ text, found }) => (found ? h('mark', null, text) : text)))
}
