import { expect, it } from 'vitest'
import type { KeptPage } from '../../fresh/kept-pages.ts'
import { weeklyLetter } from '../../fresh/letters.ts'
import { weeklyListPage } from './weekly-list-page.ts'

/** As when everything was brought in from an older site on one day. */
const many = Array.from({ length: 4650 }, (_, index): KeptPage => {
  const slug = `club-${index}`
  return { collection: 'services', slug, name: slug, dueOn: '2026-11-01' }
})

it('says large numbers as everybody writes them, on the page and in its email', () => {
  const week = {
    overdue: many,
    dueSoon: [],
    waiting: [],
    leadingToClosed: [],
    failedBuilds: [],
    isBehind: false,
  }
  const view = { csrf: '', wantsLetter: true, remote: false, saved: false }
  const page = String(weeklyListPage(week, view).body)
  expect(page).toContain('<h2>Overdue for a check: 4,650</h2>')
  expect(page).toContain('And 4,450 after these.')
  const counts = { waiting: 0, overdue: 4650, dueSoon: 0, failedBuilds: 0, isBehind: false }
  expect(weeklyLetter(counts, '').subject).toBe('Local Offer this week: 0 waiting, 4,650 overdue')
})
