import { expect, it } from 'vitest'
import { emptyQuery } from '../find-services/search-query.ts'
import { offerOfSearch, offersOfGuidance, offersOfSteps, recentOffers } from './card-offers.ts'

it('offers guides, pathways and routes, and no news', () => {
  const found = [
    { href: '/guides/annual-reviews/', title: 'Annual reviews', kind: 'Guide' },
    { href: '/routes/no-school-place/', title: 'No school place', kind: 'When things go wrong' },
    { href: '/news/half-term/', title: 'Half term', kind: 'What is on' },
  ]
  expect(offersOfGuidance(found).map(({ card, about }) => [card.kind, card.path, about])).toEqual([
    ['guide', '/guides/annual-reviews/', 'Guide'],
    ['route', '/routes/no-school-place/', 'When things go wrong'],
  ])
})

it('offers the steps that have the words, then those of the pathways that were found', () => {
  const step = (place: string, title: string) => {
    return { kind: 'step' as const, path: `/pathways/${place}`, title, summary: 'A plan', recordId: null }
  }
  const steps = [
    step('plan/#step-ask', 'Step 1: Ask'),
    step('plan/#step-meet', 'Step 2: Meet the council'),
    step('school/#step-council', 'Step 1: Tell the council'),
    step('school/#step-wait', 'Step 2: Wait'),
  ]
  const paths = offersOfSteps(steps, 'Council ', ['/pathways/plan/']).map(({ card }) => card.path)
  expect(paths).toEqual([
    '/pathways/plan/#step-meet',
    '/pathways/school/#step-council',
    '/pathways/plan/#step-ask',
  ])
})

it('offers a search with its filters in words, and never where somebody lives', () => {
  const query = {
    ...emptyQuery,
    ...{ words: 'swimming', ages: [7, 7] as const, chosen: { need: ['autism'], town: ['sale-moor'] } },
    ...{ near: 'M33 2UG', miles: 3, order: 'distance' as const, stated: ['distance' as const] },
  }
  expect(offerOfSearch(query, ['Sale Moor'])?.card).toMatchObject({
    path: '/services/?q=swimming&age=7&need=autism&town=sale-moor',
    title: 'Services for “swimming”',
    summary: 'Age 7 · Autism · Sale Moor',
  })
  expect(offerOfSearch({ ...emptyQuery, near: 'M33 2UG', miles: 3 }, [])).toBeNull()
})

it('offers again what was given lately, by any part of its title', () => {
  const card = {
    kind: 'guide',
    path: '/guides/a/',
    title: 'The annual review',
    summary: '',
    recordId: null,
  } as const
  expect(recentOffers([card], '')).toHaveLength(1)
  expect(recentOffers([card], 'Review ann')).toHaveLength(1)
  expect(recentOffers([card], 'swim')).toEqual([])
})
