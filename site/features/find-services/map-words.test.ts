import { expect, it } from 'vitest'
import type { MapService } from './map-file.ts'
import { mapName, offMapSentence, offMapTitle, spotName } from './map-words.ts'

const named = (name: string, about = ''): MapService => ({
  id: name,
  href: `/services/${name}/`,
  name,
  about,
  places: [],
})
const some = (count: number) => Array.from({ length: count }, (_, index) => named(String(index)))

it('says how many services are not on the map, and why', () => {
  expect(offMapSentence([])).toBe('')
  expect(offMapSentence([{ why: 'at-home', services: some(1) }])).toBe(
    '1 service is not on the map: it comes to your home.',
  )
  expect(offMapSentence([{ why: 'private', services: some(3) }])).toBe(
    '3 services are not on the map: they keep their address private.',
  )
  expect(
    offMapSentence([
      { why: 'online', services: some(1) },
      { why: 'unsaid', services: some(1200) },
    ]),
  ).toBe('1,201 services are not on the map: 1 is online or by telephone, 1,200 do not say where they are.')
  expect(offMapTitle({ why: 'area-wide', services: some(2) })).toBe(
    'They are for the whole area, at no one place',
  )
})

it('names a spot by its services', () => {
  expect(mapName({ count: 44 })).toBe('Map of 44 services')
  expect(spotName({ services: [named('The pool', 'Leisure centre, Sale')], unsaid: false })).toBe(
    'The pool, Leisure centre, Sale',
  )
  expect(spotName({ services: [named('A'), named('B')], unsaid: true })).toBe(
    '2 services: A and B, do not say all you asked for',
  )
  expect(spotName({ services: ['A', 'B', 'C', 'D'].map((name) => named(name)), unsaid: false })).toBe(
    '4 services: A, B and 2 more',
  )
})
