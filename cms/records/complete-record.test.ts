import { expect, it } from 'vitest'
import type { Widget } from '#records/pieces.ts'
import { completeValues } from './complete-record.ts'

const key: Widget = { name: 'key', widget: 'hidden', label: 'Key', required: false }
const day: Widget = { name: 'day', widget: 'string', label: 'Day' }
const times: Widget = { name: 'times', widget: 'list', label: 'Times', fields: [key, day] }
const notice: Widget = { name: 'notice', widget: 'text', label: 'Notice', required: false }
const needs: Widget = { name: 'needs', widget: 'select', label: 'Needs', multiple: true }
const lines: Widget = { name: 'expect', widget: 'list', label: 'Expect' }
const name: Widget = { name: 'name', widget: 'string', label: 'Name' }
const first: Widget = {
  name: 'first',
  widget: 'object',
  label: 'First',
  required: false,
  fields: [name, needs],
}
const when: Widget = { name: 'when', widget: 'object', label: 'When', fields: [times, notice] }

const complete = (fields: Widget[], values: Record<string, unknown>) => {
  let made = 0
  return completeValues(fields, values, () => `key-${++made}`)
}

it('drops what was cleared and may be absent, and leaves what must be there for the check to name', () => {
  expect(complete([notice, name], { notice: '', name: '' })).toEqual({ name: '' })
})

it('makes lists that were never opened empty lists', () => {
  expect(complete([needs, lines], {})).toEqual({ needs: [], expect: [] })
})

it('gives new items of a list a key and keeps the keys that are there', () => {
  const values = { times: [{ key: 'old', day: 'Monday' }, { day: 'Friday' }] }
  expect(complete([times], values)).toEqual({
    times: [
      { key: 'old', day: 'Monday' },
      { key: 'key-1', day: 'Friday' },
    ],
  })
})

it('drops an optional group in which nothing was written', () => {
  expect(complete([first], { first: { name: '', needs: [] } })).toEqual({})
  expect(complete([first], { first: { name: 'Team', needs: [] } })).toEqual({
    first: { name: 'Team', needs: [] },
  })
})

it('leaves an optional group as it stands when nothing in it must be filled in', () => {
  const access = { ...first, name: 'access', fields: [needs, notice] }
  expect(complete([access], { access: { notice: '' } })).toEqual({ access: { needs: [] } })
  expect(complete([access], {})).toEqual({})
})

it('reaches into groups that must be there', () => {
  expect(complete([when], {})).toEqual({ when: { times: [] } })
})

it('keeps yes, no and zero', () => {
  expect(complete([notice], { notice: false })).toEqual({ notice: false })
  expect(complete([notice], { notice: 0 })).toEqual({ notice: 0 })
})

it('leaves out blank lines', () => {
  expect(complete([lines], { expect: ['A quiet room', '', null] })).toEqual({ expect: ['A quiet room'] })
})

it('leaves a value of the wrong form for the check to name', () => {
  expect(complete([lines, first], { expect: 'one', first: 'two' })).toEqual({ expect: 'one', first: 'two' })
})
