import { expect, it } from 'vitest'
import { mapLink } from './map-link.ts'

it('shows a place by its coordinates', () => {
  expect(mapLink({ key: 'main', postcode: 'M33 2UG', latitude: 53.42, longitude: -2.32 })).toBe(
    'https://www.openstreetmap.org/?mlat=53.42&mlon=-2.32#map=17/53.42/-2.32',
  )
})

it('searches for the address where there are none, without the name of the place', () => {
  expect(mapLink({ key: 'main', name: 'The barn', address: '2 High Road', postcode: 'M33 2UG' })).toBe(
    'https://www.openstreetmap.org/search?query=2+High+Road%2C+M33+2UG',
  )
})
