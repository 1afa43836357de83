import { expect, it } from 'vitest'
import type { OrganisationPerson } from '#platform/accounts/organisation-people/organisation-people.ts'
import { organisationsPage } from './organisations-page.ts'

const petra: OrganisationPerson = {
  ...{ accountId: 'petra', name: 'Petra', email: 'petra@example.org', signedInAt: undefined },
  ...{ isDemonstration: false, serves: [], hasOtherRoles: false },
}

/** As many organisations, of which the first `without` have nobody. */
function organisations(count: number, without = 0) {
  return Array.from({ length: count }, (_, index) => ({
    ...{ id: `id-${index}`, slug: `club-${index}`, name: `Club ${index + 1}`, directorate: undefined },
    ...{ services: [], overdue: 0, mayChange: true, people: index < without ? [] : [petra] },
  }))
}

const shown = (count: number, view: { find?: string; page?: number; without?: number } = {}) =>
  String(
    organisationsPage({ find: '', page: 1, ...view, organisations: organisations(count, view.without) }).body,
  )
const names = (body: string) => [...body.matchAll(/>(Club \d+)</g)].map(([, name]) => name)

it('shows fifty at a time, says which page of how many, and leads to the others', () => {
  const second = shown(300, { page: 2 })
  expect(names(second)).toEqual(Array.from({ length: 50 }, (_, index) => `Club ${index + 51}`))
  expect(second).toContain('Page 2 of 6')
  expect(second).toMatch(/page=1"[^>]*>The ones before</)
  expect(second).toMatch(/page=3"[^>]*>More organisations</)
  expect(shown(300)).not.toContain('The ones before')
  expect(shown(300, { page: 6 })).not.toContain('More organisations')
  expect(shown(50)).not.toContain('Page 1')
})

it('shows the last page to whoever asks for one behind it, as an old link does', () => {
  expect(names(shown(120, { page: 9 }))).toEqual(names(shown(120, { page: 3 })))
  expect(shown(120, { page: 9 })).toContain('Page 3 of 3')
  expect(names(shown(120, { find: 'club 11', page: 9 }))).toHaveLength(11)
})

it('says how many have nobody, in plain words for one, some and all', () => {
  expect(shown(3)).toContain('Each has somebody who keeps its pages.')
  expect(shown(3, { without: 1 })).toContain('1 has nobody who keeps its pages: it comes first.')
  expect(shown(3, { without: 2 })).toContain('2 have nobody who keeps their pages: they come first.')
  expect(shown(3, { without: 3 })).toContain('None has anybody who keeps its pages yet.')
})
