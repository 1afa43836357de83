import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { MapService, OffMap } from './map-file.ts'
import { contentsOf, gather, type MapPlace } from './map-places.ts'

const serviceAt = (id: string, ...places: [number, number][]): MapService => ({
  id,
  href: `/services/${id}/`,
  name: id,
  about: '',
  places,
})
const offMap = (id: string, off: OffMap): MapService => ({ ...serviceAt(id), off })

describe('the map of some results', () => {
  const services = [
    serviceAt('pool', [53.4, -2.3], [53.5, -2.3]),
    serviceAt('club', [53.4, -2.4]),
    offMap('nurse', 'at-home'),
    offMap('helpline', 'online'),
  ]
  it('holds every place of every result, and says what it leaves out', () => {
    const { places, count, off } = contentsOf({ services }, ['helpline', 'pool'], ['nurse', 'club'])
    expect(places.map(({ service, at, unsaid }) => [service.id, ...at, unsaid])).toEqual([
      ['pool', 53.4, -2.3, false],
      ['pool', 53.5, -2.3, false],
      ['club', 53.4, -2.4, true],
    ])
    expect(count).toBe(2)
    expect(off.map(({ why, services: [each] }) => [why, each?.id])).toEqual([
      ['at-home', 'nurse'],
      ['online', 'helpline'],
    ])
  })
})

describe('places that are near each other', () => {
  const pixelOf = ([y, x]: readonly [number, number]) => ({ x, y })
  const place = (id: string, x: number, y: number): MapPlace => ({
    service: serviceAt(id, [y, x]),
    at: [y, x],
    unsaid: false,
  })

  it('share a spot, and a service with two of them counts once', () => {
    const first = place('a', 0, 0)
    const second: MapPlace = { ...first, at: [1, 1] }
    const spots = gather([first, place('b', 3, 4), second, place('c', 50, 0)], pixelOf, 10)
    expect(spots.map(({ services }) => services.map(({ id }) => id))).toEqual([['a', 'b'], ['c']])
    expect(spots[0]?.places).toHaveLength(3)
  })

  it('never leave two spots within a thumb of each other, and lose no place', () => {
    const coordinate = fc.integer({ min: -200, max: 200 })
    fc.assert(
      fc.property(fc.array(fc.tuple(coordinate, coordinate)), (points) => {
        const places = points.map(([x, y], index) => place(String(index), x, y))
        const spots = gather(places, pixelOf, 44)
        expect(spots.flatMap(({ services }) => services.map(({ id }) => id)).sort()).toEqual(
          places.map(({ service }) => service.id).sort(),
        )
        for (const [index, { at }] of spots.entries())
          for (const other of spots.slice(index + 1))
            expect(Math.hypot(at[0] - other.at[0], at[1] - other.at[1])).toBeGreaterThanOrEqual(44)
      }),
    )
  })
})
