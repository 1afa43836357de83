import { expect, it } from 'vitest'
import { readView, withView } from './map-address.ts'

it('reads whether the map is open and leaves the search as it was', () => {
  expect(readView('?q=swimming&view=map&age=7')).toEqual({ map: true, search: '?q=swimming&age=7' })
  expect(readView('?view=map')).toEqual({ map: true, search: '' })
  expect(readView('?q=speech+therapy')).toEqual({ map: false, search: '?q=speech+therapy' })
  expect(readView('?view=list')).toEqual({ map: false, search: '?view=list' })
})

it('puts the map into a link before the part that stays on the device', () => {
  expect(withView('?q=swimming#near=M33+2UG', true)).toBe('?q=swimming&view=map#near=M33+2UG')
  expect(withView('#near=M33+2UG', true)).toBe('?view=map#near=M33+2UG')
  expect(withView('', true)).toBe('?view=map')
  expect(withView('?q=swimming', false)).toBe('?q=swimming')
})
