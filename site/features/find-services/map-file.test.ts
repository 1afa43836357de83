import { expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { serviceRecord } from '#records/service.ts'
import { mapServiceOf, mapWithIndexIds } from './map-file.ts'

const sale = { key: 'a', town: 'Sale', postcode: 'M33 2UG' }
const locate = (postcode: string) => (postcode === 'M33 2UG' ? ([53.4242, -2.3185] as const) : undefined)
const onMap = (where: object, more: object = {}) =>
  mapServiceOf('club', serviceRecord.schema.parse({ ...exampleService, where, ...more }), locate)

it('puts a service where people go: by its coordinates, else by its postcode', () => {
  expect(onMap({ delivery: ['in-person'], places: [sale] })).toEqual({
    id: '/services/club/',
    href: '/services/club/',
    name: 'Saturday club',
    about: 'Club, Sale',
    places: [[53.4242, -2.3185]],
  })
  expect(onMap({ places: [{ ...sale, latitude: 53.4242412, longitude: -2.31 }] }).places).toEqual([
    [53.42424, -2.31],
  ])
})

it.each([
  ['comes home, wherever its office is', { delivery: ['at-home'], places: [sale] }, {}, 'at-home'],
  ['is online', { delivery: ['online'], places: [sale] }, {}, 'online'],
  ['is for the whole area', {}, { whoFor: { coverage: 'area-wide' } }, 'area-wide'],
  ['keeps its address private', { delivery: ['in-person'], confidentialAddress: true }, {}, 'private'],
  ['stands at a postcode that nobody knows', { places: [{ ...sale, postcode: 'B1 1AA' }] }, {}, 'unsaid'],
  ['says nothing', {}, {}, 'unsaid'],
] as const)('makes no point of a service that %s', (_what, where, more, off) => {
  expect(onMap(where, more)).toMatchObject({ places: [], off })
})

it('makes a point of a service that people go to, though it comes home too', () => {
  expect(onMap({ delivery: ['in-person', 'at-home'], places: [sale] }).off).toBeUndefined()
})

it('takes the ids of the search index, and leaves out what the index does not have', () => {
  const services = [onMap({ places: [sale] }), { ...onMap({}), href: '/services/gone/' }]
  const { services: left } = mapWithIndexIds({ services }, new Map([['/services/club/', 'en_1']]))
  expect(left).toEqual([{ ...services[0], id: 'en_1' }])
})
