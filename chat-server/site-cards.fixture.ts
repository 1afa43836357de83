import type { Card, SiteCards } from '#protocol/cards.ts'

/** A service that navigators can give as a card. Only tests import this. */
export const swimming: Card = {
  kind: 'service',
  path: '/services/sale-swimming/',
  title: 'Sale Swimming Club',
  summary: 'Quiet lessons for children who need more time.',
  recordId: '4848e6a4-9177-5585-be3c-95fb0235df15',
}

/** What the site of the tests has for cards. */
export const siteCards: SiteCards = {
  pages: [
    swimming,
    {
      kind: 'guide',
      path: '/guides/annual-reviews/',
      title: 'The annual review of an EHC plan',
      summary: 'How a review works.',
      recordId: null,
    },
  ],
  filters: [
    { name: 'need', unsaid: 'needs', terms: [{ id: 'autism', label: 'Autism' }] },
    { name: 'cost', unsaid: 'cost', terms: [{ id: 'free', label: 'Free' }] },
  ],
}
