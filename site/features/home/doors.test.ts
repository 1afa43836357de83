import { expect, it } from 'vitest'
import { doorsFrom, doorsTo } from './doors.ts'

const doors = (kind: string, count: number) =>
  Array.from({ length: count }, (_, index) => ({ href: `/${kind}/${index}/`, title: kind, summary: '' }))
const countsOf = (guides: number, pathways: number, routes: number) => {
  const found = doorsFrom({
    guides: doors('guides', guides),
    pathways: doors('pathways', pathways),
    routes: doors('routes', routes),
  })
  return ['guides', 'pathways', 'routes'].map((kind) => found.filter(({ title }) => title === kind).length)
}

it('leads to everything there is while there is little', () => {
  expect(countsOf(3, 1, 4)).toEqual([3, 1, 4])
  expect(countsOf(0, 0, 0)).toEqual([0, 0, 0])
})

it('never shows more than nine, and keeps places for those who were told no', () => {
  expect(countsOf(30, 10, 6)).toEqual([3, 3, 3])
  expect(countsOf(30, 1, 4)).toEqual([5, 1, 3])
})

it('puts pages in a family’s own words before the others', () => {
  const page = (id: string, situation?: string) => ({ id, data: { title: id, summary: '', situation } })
  const doors = doorsTo([page('law'), page('no', 'We were told no')], (slug) => `/guides/${slug}/`)
  expect(doors.map(({ title, href }) => [title, href])).toEqual([
    ['We were told no', '/guides/no/'],
    ['law', '/guides/law/'],
  ])
})
