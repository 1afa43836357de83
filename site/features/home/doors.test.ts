import { expect, it } from 'vitest'
import { doorsFrom } from './doors.ts'

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
