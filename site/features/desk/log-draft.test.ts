import { describe, expect, it } from 'vitest'
import { emptyLogDraft, entryOf, keptLogDraft } from './log-draft.ts'

const id = '4848e6a4-9177-5585-be3c-95fb0235df15'
const newId = () => id

describe('the form for a call or a visit', () => {
  it('keeps through a reload what was typed, and the id that stores it once', () => {
    const draft = { ...emptyLogDraft(newId), text: 'Asked about the bus.' }
    expect(keptLogDraft(JSON.stringify(draft), () => 'another')).toEqual(draft)
  })

  it('begins empty when nothing was kept that can be read', () => {
    for (const kept of ['', '{', '{"text":1}'])
      expect(keptLogDraft(kept, newId)).toEqual(emptyLogDraft(newId))
  })

  it('sends a day only for what one follows up oneself, and leaves empty fields out', () => {
    const draft = { ...emptyLogDraft(newId), text: 'Hello', name: ' ', on: '2026-12-01' }
    expect(entryOf(draft)).toMatchObject({ name: null, tag: null, reach: null, next: { is: 'done' } })
    expect(entryOf({ ...draft, next: 'mine' })).toMatchObject({ next: { is: 'mine', on: '2026-12-01' } })
  })
})
