import { z } from 'zod'

/** What a card may lead to. A `search` is a list of services that was narrowed down. */
export const cardKinds = ['service', 'guide', 'pathway', 'step', 'route', 'search'] as const

/** What each is called on the site. */
export const cardKindWords: Readonly<Record<CardKind, string>> = {
  service: 'Service',
  guide: 'Guide',
  pathway: 'Step by step',
  step: 'One step',
  route: 'When things go wrong',
  search: 'List of services',
}

/**
 * A page of this site, such as `/services/a-club/` or `/services/?q=swimming`: folders of small letters, digits and dashes,
 * and a search as browsers write it, or the name of a place on the page. There is no form in which it could lead elsewhere.
 */
export const cardPath = z
  .string()
  .max(2000, 'This address is too long for a card.')
  .regex(/^\/(?:[a-z0-9-]+\/)+(?:\?[\w.*%&=+-]+|#[a-z0-9-]+)?$/, 'A card leads to a page of this site only.')

/** A card beside the words of a message: a page of this site as it was called when the message was sent. */
export const cardSchema = z.object({
  kind: z.enum(cardKinds),
  path: cardPath,
  title: z.string(),
  summary: z.string(),
  /** the id of a service's record, by which it can be saved; null for all else */
  recordId: z.string().nullable(),
})

/** What the published site has for cards, `/cards.json`: its pages, and what searches can be narrowed by. */
export const siteCardsSchema = z.object({
  pages: z.array(cardSchema),
  filters: z.array(
    z.object({
      /** its name in the address of a search */
      name: z.string(),
      /** what a service leaves unsaid that does not answer it, such as `cost` */
      unsaid: z.string(),
      terms: z.array(z.object({ id: z.string(), label: z.string() })),
    }),
  ),
})

/** A card in one line, where there is no room for more: `Service: Sale Swimming Club`. */
export function cardInWords({ kind, title }: Pick<Card, 'kind' | 'title'>): string {
  return `${cardKindWords[kind]}: ${title}`
}

export type CardKind = (typeof cardKinds)[number]
export type Card = z.output<typeof cardSchema>
export type SiteCards = z.output<typeof siteCardsSchema>
