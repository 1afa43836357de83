import { expect, it } from 'vitest'
import { noteRequests } from '#protocol/desk-notes.ts'
import { openTabStore } from '../conversation/outbox.ts'
import type { Wire } from '../conversation/wire.ts'
import { createNotesDesk } from './notes-desk.ts'

let made = 0

/** A desk whose helpdesk answers with what `answers` gives, one after the other; null is no answer. */
function openNotes(answers: unknown[], store = memoryOnly()) {
  const asked: unknown[] = []
  const ask: Wire['ask'] = async (_event, payload, schema) => {
    asked.push(payload)
    const answer = answers.shift() ?? null
    return answer === null ? null : schema.parse(answer)
  }
  const newId = () => {
    made += 1
    return `4d5f2c1e-7c1b-4a51-9d5f-00000000000${made}`
  }
  return { notes: createNotesDesk({ ask, tab: store, accountId: () => 'sam', newId }), asked, store }
}
const idOf = (payload: unknown) => noteRequests['note:add'].payload.parse(payload).clientNoteId
const memoryOnly = () =>
  openTabStore(() => {
    throw new DOMException('denied', 'SecurityError')
  })
const stored = {
  ok: true,
  note: { id: 'n1', conversationId: 'c1', authorName: 'Sam', text: 'Mornings', writtenAt: 1 },
}

it('keeps a note that could not be stored, says so, and tries again under the same id', async () => {
  const { notes, asked } = openNotes([null, stored])
  expect(await notes.add('c1', 'Mornings')).toContain('not saved yet')
  expect(notes.draft('c1')).toBe('Mornings')
  expect(await notes.add('c1', 'Mornings')).toBeNull()
  expect(asked[0]).toEqual(asked[1])
  expect(notes.draft('c1')).toBe('')
  expect(notes.view.value['c1']).toHaveLength(1)
})

it('keeps what is typed while a note is being stored: that is another one', async () => {
  const { notes } = openNotes([stored])
  const storing = notes.add('c1', 'Mornings')
  notes.keepDraft('c1', 'Mornings, not Fridays')
  expect(await storing).toBeNull()
  expect(notes.draft('c1')).toBe('Mornings, not Fridays')
})

it('keeps the id through a reload; other words are another note', async () => {
  const first = openNotes([null])
  await first.notes.add('c1', 'Mornings')
  const second = openNotes([null, stored], first.store)
  await second.notes.add('c1', 'Mornings')
  await second.notes.add('c1', 'Mornings, not Fridays')
  expect(second.asked[0]).toEqual(first.asked[0])
  expect(second.asked[1]).toMatchObject({ text: 'Mornings, not Fridays' })
  expect(idOf(second.asked[1])).not.toBe(idOf(first.asked[0]))
})

it('asks for words before it asks the helpdesk, and forgets what may no longer be read', async () => {
  const refused = { ok: false, code: 'not-allowed', message: 'Held.' }
  const { notes, asked } = openNotes([{ ok: true, notes: [stored.note] }, refused])
  expect(await notes.add('c1', '  ')).toBe('Write your note first.')
  expect(asked).toEqual([])
  await notes.open('c1')
  expect(notes.view.value['c1']).toHaveLength(1)
  await notes.open('c1')
  expect(notes.view.value['c1']).toBeUndefined()
})
