import { describe, expect, it } from 'vitest'
import {
  type Shortlist,
  shortlistFrom,
  shortlistLimits,
  withMoved,
  withNote,
  withoutSaved,
  withRestored,
  withSaved,
} from './shortlist.ts'

const idOf = (number: number) => `7f6d1f34-2d0b-4f0a-9f6e-${String(number).padStart(12, '0')}`
const service = (number: number) => ({
  id: idOf(number),
  name: `Service ${number}`,
  href: `/services/service-${number}/`,
})
const listOf = (...numbers: number[]): Shortlist =>
  numbers.reduce<Shortlist>((list, number) => withSaved(list, service(number)), [])
const namesOf = (list: Shortlist) => list.map(({ name }) => name)

describe('a shortlist', () => {
  it('takes a service once, at its end', () => {
    expect(namesOf(withSaved(listOf(1, 2), service(1)))).toEqual(['Service 1', 'Service 2'])
  })
  it('is full at its limit', () => {
    const full = listOf(...Array(shortlistLimits.services).keys())
    expect(withSaved(full, service(999))).toBe(full)
  })
  it('gives a removed service back at its place, with its note', () => {
    const list = withNote(listOf(1, 2, 3), idOf(2), 'Ring on Monday')
    const [, removed] = list
    if (removed === undefined) throw new Error('There is no second service')
    expect(withRestored(withoutSaved(list, idOf(2)), removed, 1)).toEqual(list)
  })
  it('moves a service by one place, and not beyond its ends', () => {
    expect(namesOf(withMoved(listOf(1, 2, 3), idOf(3), -1))).toEqual(['Service 1', 'Service 3', 'Service 2'])
    const list = listOf(1, 2)
    expect(withMoved(list, idOf(1), -1)).toBe(list)
    expect(withMoved(list, idOf(2), 1)).toBe(list)
  })
})

describe('a kept list', () => {
  it('comes back as it was', () => {
    const list = withNote(listOf(1, 2), idOf(1), 'Has a ramp')
    expect(shortlistFrom(JSON.stringify(list))).toEqual(list)
  })
  it.each([null, '', 'not JSON', '{}', '[null, 3, {"id": "x"}]'])(
    'that cannot be read is empty: %s',
    (text) => {
      expect(shortlistFrom(text)).toEqual([])
    },
  )
  it('never leads away from the directory', () => {
    const planted = [
      { ...service(1), href: 'javascript:alert(1)' },
      { ...service(2), href: '//example.org/' },
    ]
    expect(shortlistFrom(JSON.stringify(planted))).toEqual([])
  })
})
