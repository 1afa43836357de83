import { expect, it } from 'vitest'
import { definitionOf } from '#records/collections.ts'
import { exampleService } from '#records/example-content.fixture.ts'
import { differencesOf } from './differences.ts'

const services = definitionOf('services')
const names: Record<string, string> = { [exampleService.provider]: 'The club' }
const nameOf = (_: string, id: string) => names[id]
const monday = { key: 'a', days: ['monday', 'tuesday'], opens: '09:00', closes: '10:00' }
const friday = { key: 'b', days: ['friday'], opens: '10:00', closes: '12:00', period: 'term' }

function differences(before: object | undefined, after: object | undefined, bodies = ['', '']) {
  const version = (data: object | undefined, body = '') => data && { data: { ...data }, body }
  return differencesOf(services, version(before, bodies[0]), version(after, bodies[1]), nameOf)
}

it('says what changed with the words of the form', () => {
  expect(
    differences(
      { ...exampleService, when: { times: [monday] }, contact: { telephone: '01632 960 001' } },
      {
        ...exampleService,
        ...{ name: 'Sunday club', status: 'temporarily-closed', independent: true },
        when: { times: [{ ...monday, opens: '09:30' }, friday] },
        contact: { email: 'club@example.org' },
        review: { lastChecked: '2026-11-22', checkedBy: 'the provider' },
      },
    ),
  ).toEqual([
    { field: 'Name', before: ['Saturday club'], after: ['Sunday club'] },
    { field: 'Status', before: ['Open'], after: ['Closed for now'] },
    {
      field: 'When › Regular times',
      before: ['Days: Monday, Tuesday; Opens: 09:00; Closes: 10:00'],
      after: [
        'Days: Monday, Tuesday; Opens: 09:30; Closes: 10:00',
        'Days: Friday; Opens: 10:00; Closes: 12:00; Part of the year: Term time',
      ],
    },
    { field: 'Contact › Telephone', before: ['01632 960 001'], after: [] },
    { field: 'Contact › Email', before: [], after: ['club@example.org'] },
    { field: 'Independent of the council', before: [], after: ['Yes'] },
    { field: 'Review › Last checked on', before: ['1 October 2026'], after: ['22 November 2026'] },
    { field: 'Review › Checked by', before: ['the service'], after: ['the provider'] },
  ])
})

it('names other records, and says so when one is gone', () => {
  expect(differences(exampleService, { ...exampleService, provider: 'nobody' })).toEqual([
    { field: 'Provider', before: ['The club'], after: ['a record that is gone'] },
  ])
})

it('shows the paragraphs that changed, the lines of a list, and a new order as such', () => {
  expect(differences(exampleService, exampleService, ['One.\n\nTwo.', 'One.\n\nThree.'])).toEqual([
    { field: 'Description', before: ['Two.'], after: ['Three.'] },
  ])
  expect(differences({ keywords: ['a', 'b'] }, { keywords: ['b', 'c'] })).toEqual([
    { field: 'Words families use', before: ['a'], after: ['c'] },
  ])
  expect(differences({ keywords: ['a', 'b'] }, { keywords: ['b', 'a'] })).toEqual([
    { field: 'Words families use', before: ['a', 'b'], after: ['b', 'a'] },
  ])
})

it('takes a new, a removed and an unchanged record', () => {
  expect(differences(undefined, { name: 'Club', whoFor: { youngest: 0 } })).toEqual([
    { field: 'Name', before: [], after: ['Club'] },
    { field: 'Who it is for › Youngest age', before: [], after: ['0'] },
  ])
  expect(differences({ name: 'Club', old: 'x' }, undefined)).toEqual([
    { field: 'Name', before: ['Club'], after: [] },
    { field: 'old', before: ['x'], after: [] },
  ])
  expect(differences(exampleService, exampleService)).toEqual([])
})
