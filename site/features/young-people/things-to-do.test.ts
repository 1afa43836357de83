import { expect, it } from 'vitest'
import { thingsToDo } from './things-to-do.ts'

const list = (id: string, count: number) => ({
  term: { id },
  base: `/services/category/${id}/`,
  services: Array.from({ length: count }, () => id),
})

it('shows what young people look for, and leaves out what holds nothing', () => {
  const lists = [list('schools', 9), list('sport-leisure', 4), list('clubs-activities', 2), list('travel', 0)]
  expect(thingsToDo(lists)).toEqual([
    { href: '/services/category/clubs-activities/', label: 'Clubs and activities', count: 2 },
    { href: '/services/category/sport-leisure/', label: 'Sport', count: 4 },
  ])
})
