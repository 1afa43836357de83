import { expect, it } from 'vitest'
import { mapOriginOf, mapTiles } from './map-tiles.ts'

const openStreetMap = {
  address: 'https://tile.openstreetmap.org/{z}/{x}/{y}.png',
  attribution: '© OpenStreetMap contributors',
  attributionLink: 'https://www.openstreetmap.org/copyright',
  maxZoom: 19,
}

it('takes a tile server of the web, and no map at all', () => {
  expect(mapTiles.schema.parse(openStreetMap)).toEqual(openStreetMap)
  expect(mapTiles.schema.parse('')).toBeUndefined()
  expect(mapTiles.schema.parse(undefined)).toBeUndefined()
})

it.each([
  'http://tile.example.org/{z}/{x}/{y}.png',
  'https://tile.example.org/{z}/{x}.png',
  'https://tile.example.org/{z}/{x}/{y}/{y}.png',
  'https://{s}.tile.example.org/{z}/{x}/{y}.png',
  'https://tile.example.org/{z}/{x}/{y}.png?key={key}',
  'https://tile.example.org;script-src*/{z}/{x}/{y}.png',
  'tile.example.org/{z}/{x}/{y}.png',
])('says what an address must be instead of %s', (address) => {
  const { error } = mapTiles.schema.safeParse({ ...openStreetMap, address })
  expect(error?.issues[0]?.message).toBe(
    'Address of the map pictures: write an address that starts with https:// and has {z}, {x} and {y}, each once',
  )
})

it('names the origin that a page with the map may load pictures from', () => {
  expect(mapOriginOf({ mapTiles: openStreetMap })).toBe('https://tile.openstreetmap.org')
  const mapTiles = { address: 'https://maps.example.org:8443/{z}/{x}/{y}?key=1' }
  expect(mapOriginOf({ mapTiles })).toBe('https://maps.example.org:8443')
  expect(mapOriginOf({})).toBeUndefined()
})
