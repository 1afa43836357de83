import { expect, it } from 'vitest'
import { shareAddress, sharedIn } from './shared-link.ts'

const [one, two] = ['7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1b01', '7f6d1f34-2d0b-4f0a-9f6e-8f3a5d0c1b02']
const list = [one, two].map((id) => ({ id, name: 'A club', href: '/services/a-club/', note: 'Private' }))

it('carries the ids in the fragment, and no note', () => {
  const address = shareAddress('https://local-offer.example.org', list)
  expect(address).toBe(`https://local-offer.example.org/shortlist/#services=${one},${two}`)
  expect(sharedIn(new URL(address).hash)).toEqual({ ids: [one, two], unreadable: 0 })
})

it('says how much of a cut link could not be read', () => {
  expect(sharedIn(`#services=${one},7f6d1f34-2d0b`)).toEqual({ ids: [one], unreadable: 1 })
})

it('counts a service once', () => {
  expect(sharedIn(`#services=${one},${one.toUpperCase()}`)?.ids).toEqual([one])
})

it.each(['', '#', '#main', '#services='])('shares nothing with “%s”', (fragment) => {
  expect(sharedIn(fragment)).toBeUndefined()
})
