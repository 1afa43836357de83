import { expect, it } from 'vitest'
import { peoplePage } from './people-pages.ts'

it('writes thousands of people as people write them', () => {
  const person = {
    id: 'a',
    email: 'a@example.org',
    isDemonstration: false,
    signedInAt: undefined,
    grants: [],
  }
  const people = Array.from({ length: 1234 }, (_, index) => ({ ...person, name: `Person ${index}` }))
  const places = { organisations: [], directorates: [] }
  const { body } = peoplePage({ people, find: 'person', places, done: null })
  expect(String(body)).toContain('1,234 people')
  expect(String(body)).toContain('1,234 of 1,234 fit.')
})
