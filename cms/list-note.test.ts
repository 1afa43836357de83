import { expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { listNote } from './list-note.ts'

it('says in a list what is overdue and how much is answered', () => {
  expect(listNote(exampleService, '2026-11-22')).toMatch(/^ · \d+ of 12 answers$/)
  expect(listNote(exampleService, '2027-11-22')).toMatch(/^ · check overdue · \d+ of 12 answers$/)
  expect(listNote({}, '2026-11-22')).toBe(' · 0 of 12 answers')
})
