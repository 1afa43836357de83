import { expect, it } from 'vitest'
import { valueAt } from './value-at.ts'

const record = { name: 'Club', where: { places: [{ postcode: 'M33 2UG' }] } }

it('finds what a record holds, however deep, and the record itself without a path', () => {
  expect(valueAt(record, 'where', 'places', 0, 'postcode')).toBe('M33 2UG')
  expect(valueAt(record)).toBe(record)
})

it('gives nothing where a path leads nowhere', () => {
  for (const value of [record, 'Club', null, undefined])
    expect(valueAt(value, 'when', 'schedules', 0)).toBeUndefined()
})
