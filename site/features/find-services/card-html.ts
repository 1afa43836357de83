import type { Service } from '#records/service.ts'
import { drawn } from '../page-frame/drawn.ts'
import { ServiceCard } from './ServiceCard.tsx'
import { cardOf } from './service-card.ts'

/** The card of a service as HTML, for pre-rendered lists. A service stands in a dozen of them and is drawn once. */
export function cardHtml(slug: string, service: Service, level: 2 | 3): string {
  const before = drawnCards[level].get(service)
  if (before !== undefined) return before
  const html = drawn(ServiceCard, { card: cardOf(slug, service), level })
  drawnCards[level].set(service, html)
  return html
}

/** By the record itself: a record that an editor changes while `astro dev` runs is another one. */
const drawnCards = { 2: new WeakMap<Service, string>(), 3: new WeakMap<Service, string>() }
