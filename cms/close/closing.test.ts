import { expect, it } from 'vitest'
import { closingOf, noticeOf, problemsOfClosing } from './closing.ts'

const form = { status: 'temporarily-closed', since: '', until: '', why: 'The roof leaks. Ring us.' }

it.each([
  [{}, 'The roof leaks. Ring us.'],
  [{ since: '1 December' }, 'Closed since 1 December. The roof leaks. Ring us.'],
  [{ since: 'since December.' }, 'Closed since December. The roof leaks. Ring us.'],
  [{ until: 'the end of January' }, 'Closed until the end of January. The roof leaks. Ring us.'],
  [{ since: 'from 1 May', until: 'until June' }, 'Closed from 1 May until June. The roof leaks. Ring us.'],
  [{ status: 'closed', since: 'May', until: 'June' }, 'Closed since May. The roof leaks. Ring us.'],
])('says from when until when, in the words of whoever closes it: %o', (typed, notice) => {
  expect(noticeOf({ ...form, ...typed })).toBe(notice)
})

it('asks for how and why, and for a notice that is short enough', () => {
  expect(problemsOfClosing(form)).toEqual([])
  expect(problemsOfClosing({ ...form, status: 'open', why: '' }).map(({ field }) => field)).toEqual([
    'status',
    'why',
  ])
  expect(problemsOfClosing({ ...form, since: 'May', why: 'a'.repeat(390) })).toEqual([
    { field: 'why', message: 'What families will read is 408 characters long. Make it 400 or shorter.' },
  ])
})

it('begins with what the page says already', () => {
  expect(closingOf({ status: 'closed', notice: 'Gone.' })).toMatchObject({ status: 'closed', why: 'Gone.' })
  expect(closingOf({ status: 'open', notice: 'Bring a towel.' })).toMatchObject({ status: '', why: '' })
})
