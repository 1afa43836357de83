import { expect, it } from 'vitest'
import { slugFromName } from './slug-from-name.ts'

const nothing = () => false

it.each([
  ['Quiet swim', 'quiet-swim'],
  ['Ça va? Children’s & families’ club', 'ca-va-childrens-and-families-club'],
  ['  42nd Street – Sale ', '42nd-street-sale'],
  ['日本', 'service'],
  ['New', 'new-2'],
  ['Map', 'map-2'],
  [
    'A very long name of a service that goes on and on until nobody would read it out any more',
    'a-very-long-name-of-a-service-that-goes-on-and-on-until',
  ],
])('makes an address of “%s”', (name, slug) => {
  expect(slugFromName(name, nothing)).toBe(slug)
})

it('numbers what stands there already', () => {
  const taken = new Set(['quiet-swim', 'quiet-swim-2'])
  expect(slugFromName('Quiet swim', (slug) => taken.has(slug))).toBe('quiet-swim-3')
})
