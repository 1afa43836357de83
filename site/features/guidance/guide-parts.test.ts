import { expect, it } from 'vitest'
import { partsOf, placeAmong, wholeGuides } from './guide-parts.ts'

const page = (id: string, order: number, partOf?: string) => ({ data: { id, order, partOf, title: id } })
const whole = page('growing up', 4)
const work = page('work', 2, 'growing up')
const home = page('home', 3, 'growing up')
const other = page('travel', 1)
const guides = [other, home, whole, work]

it('lists a guide in parts once, by its first part', () => {
  expect(wholeGuides(guides)).toEqual([other, whole])
})

it('shows the same contents on each part: the first, then the others in their order', () => {
  for (const each of [whole, work, home]) expect(partsOf(each, guides)).toEqual([whole, work, home])
  expect(partsOf(other, guides)).toEqual([other])
})

it('leads to the part before and the part after', () => {
  const parts = partsOf(work, guides)
  expect(placeAmong(whole, parts)).toEqual({ number: 1, previous: undefined, next: work })
  expect(placeAmong(work, parts)).toEqual({ number: 2, previous: whole, next: home })
  expect(placeAmong(home, parts)).toEqual({ number: 3, previous: work, next: undefined })
})
