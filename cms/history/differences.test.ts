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
      before: ['Days: Monday, Tuesday; Opens: 9am; Closes: 10am'],
      after: [
        'Days: Monday, Tuesday; Opens: 9:30am; Closes: 10am',
        'Days: Friday; Opens: 10am; Closes: midday; Part of the year: Term time',
      ],
    },
    { field: 'Contact › Telephone', before: ['01632 960 001'], after: [] },
    { field: 'Contact › Email', before: [], after: ['club@example.org'] },
    { field: 'Independent of the council', before: [], after: ['Yes'] },
    { field: 'Review › Last checked on', before: ['1 October 2026'], after: ['22 November 2026'] },
    { field: 'Review › Checked by', before: ['the service'], after: ['the provider'] },
  ])
})

it('says a date in words wherever it stands alone', () => {
  const from = (sourceDate: string) => ({ provenance: { sourceDate } })
  expect(differences(from('2025'), from('2026-11-23'))).toEqual([
    {
      field: 'Where this record comes from › Date of the source',
      before: ['2025'],
      after: ['23 November 2026'],
    },
  ])
})

it('names the step that a step of a pathway leads to, as it is called now', () => {
  const pathway = (first: object, title: string) => ({
    body: '',
    data: {
      steps: [
        { key: 'a', title: 'You ask', ...first },
        { key: 'b', title },
        { key: 'c', title: 'The end' },
      ],
    },
  })
  const said = (first: object, second: object, title = 'You wait') =>
    differencesOf(definitionOf('pathways'), pathway(first, 'Old words'), pathway(second, title), nameOf)
  expect(said({ goesTo: 'b' }, { goesTo: 'c' })).toEqual([
    {
      field: 'Steps',
      before: ['Step: You ask; What comes next: You wait', 'Step: Old words'],
      after: ['Step: You ask; What comes next: The end', 'Step: You wait'],
    },
  ])
  expect(said({ goesTo: 'b' }, { goesTo: 'b' })).toEqual([
    { field: 'Steps', before: ['Step: Old words'], after: ['Step: You wait'] },
  ])
  expect(said({ goesTo: 'b' }, { goesTo: 'c' }, 'The end')[0]?.after[0]).toBe(
    'Step: You ask; What comes next: c',
  )
  expect(said({}, { goesTo: 'gone' })[0]?.after[0]).toBe('Step: You ask; What comes next: gone')
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
