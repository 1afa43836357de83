import { expect, it } from 'vitest'
import { exampleService } from '#records/example-content.fixture.ts'
import { guidanceNote, hasListNotes, listNote } from './list-note.ts'

it('says in a list what is overdue and how much is answered', () => {
  expect(listNote(exampleService, '2026-11-22')).toMatch(/^ · \d+ of 12 answers$/)
  expect(listNote(exampleService, '2027-11-22')).toMatch(/^ · check overdue · \d+ of 12 answers$/)
  expect(listNote({}, '2026-11-22')).toBe(' · 0 of 12 answers')
})

it('says of guidance when its check is overdue', () => {
  expect(guidanceNote({ reviewDue: '2026-11-21' }, '2026-11-22')).toBe(' · check overdue')
  expect(guidanceNote({ reviewDue: '2026-11-22' }, '2026-11-22')).toBe('')
  expect(guidanceNote({}, '2026-11-22')).toBe('')
})

it('has notes for a provider’s own services and for guidance, not for the hundreds of services of an editor', () => {
  expect(hasListNotes('services', 'provider')).toBe(true)
  expect(hasListNotes('services', 'editor')).toBe(false)
  expect(hasListNotes('services', 'directorate-editor')).toBe(true)
  expect(hasListNotes('providers', 'directorate-editor')).toBe(true)
  expect(hasListNotes('providers', 'editor')).toBe(false)
  expect(hasListNotes('guides', 'editor')).toBe(true)
  expect(hasListNotes('news', 'editor')).toBe(false)
})
