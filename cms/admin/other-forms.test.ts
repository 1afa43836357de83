import { expect, it } from 'vitest'
import { formIn } from './other-forms.ts'

const admin = 'https://example.org/admin/'

it('tells of which record an address shows the form', () => {
  expect(formIn(`${admin}#/collections/services/entries/club`)).toBe('services/entries/club')
  expect(formIn(`${admin}#/collections/services/entries/club?ref=workflow`)).toBe('services/entries/club')
  expect(formIn(`${admin}#/collections/services/entries/pool`)).not.toBe('services/entries/club')
})

it('takes no other screen for a form that was there before', () => {
  for (const screen of ['#/collections/services', '#/collections/services/new', '#/workflow', ''])
    expect(formIn(admin + screen)).toBeUndefined()
})
