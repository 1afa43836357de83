import { describe, expect, it } from 'vitest'
import { openTabStore } from '../conversation/outbox.ts'
import { createDraftKeeper, pageCameFrom } from './start-draft.ts'

const noStorage = () => {
  throw new DOMException('denied', 'SecurityError')
}

describe('what I filled in before the first message', () => {
  it('keeps its ids through reloads, so that starting twice starts one chat', () => {
    const store = openTabStore(noStorage)
    const first = createDraftKeeper(store, () => crypto.randomUUID())
    const draft = { ...first.load(), text: 'hello' }
    first.save(draft)
    expect(createDraftKeeper(store, () => crypto.randomUUID()).load()).toEqual(draft)
    first.clear()
    expect(first.load().clientConversationId).not.toBe(draft.clientConversationId)
  })
})

describe('the page I came from', () => {
  it('is told as a path of this site only, without what I searched for', () => {
    const from = (referrer: string) => pageCameFrom(referrer, 'https://example.org')
    expect(from('https://example.org/services/?q=autism')).toBe('/services/')
    expect(from('https://example.com/services/')).toBeUndefined()
    expect(from('https://example.org/chat/')).toBeUndefined()
    expect(from('')).toBeUndefined()
  })
})
