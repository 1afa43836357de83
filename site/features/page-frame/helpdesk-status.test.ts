import { expect, it } from 'vitest'
import { readStatus, sentenceOf } from './helpdesk-status.ts'

const answering =
  (body: unknown, status = 200): typeof fetch =>
  async () =>
    Response.json(body, { status })

it('says what the helpdesk says while it is open', async () => {
  const status = await readStatus(
    answering({ open: true, available: true, sentence: 'A navigator is here now.' }),
  )
  expect(status && sentenceOf(status)).toBe('A navigator is here now.')
})

it('says what to do while it is closed', async () => {
  const status = await readStatus(answering({ open: false, available: false, sentence: 'Closed.' }))
  expect(status && sentenceOf(status)).toMatch(/^Nobody is here right now\. Leave a message/)
})

it('says that a navigator is there, also when they stay after closing time', async () => {
  const status = await readStatus(
    answering({ open: false, available: true, sentence: 'A navigator is here.' }),
  )
  expect(status && sentenceOf(status)).toBe('A navigator is here.')
})

it('leaves the page as it is when nobody answers, or something else does', async () => {
  expect(await readStatus(answering({ open: true }, 503))).toBeUndefined()
  expect(await readStatus(answering('<!doctype html>'))).toBeUndefined()
  expect(await readStatus(answering({ open: 'yes', available: true, sentence: '' }))).toBeUndefined()
  expect(await readStatus(() => Promise.reject(new TypeError('offline')))).toBeUndefined()
})
