import { describe, expect, it } from 'vitest'
import { openTabStore } from '../conversation/outbox.ts'
import { createDraftKeeper, easeIn, pageCameFrom, problemsInDraft, startRequest } from './start-draft.ts'

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

describe('how I like to be answered', () => {
  const draft = createDraftKeeper(openTabStore(noStorage), () => crypto.randomUUID()).load()

  it('asks for an address or a number only where it is needed, and sends no other', () => {
    expect(problemsInDraft(draft)).toEqual({})
    expect(problemsInDraft({ ...draft, answerBy: 'email' })).toEqual({
      email: 'Enter the email address that we should write to.',
    })
    expect(problemsInDraft({ ...draft, answerBy: 'telephone', telephone: 'x' })).toHaveProperty('telephone')
    const both = { ...draft, email: 'kim@example.org', telephone: '01632 960 555' }
    expect(startRequest({ ...both, answerBy: 'email' }, '/').telephone).toBeUndefined()
    expect(startRequest({ ...both, answerBy: 'here' }, '/').email).toBeUndefined()
  })
})

describe('what helps me', () => {
  const draft = createDraftKeeper(openTabStore(noStorage), () => crypto.randomUUID()).load()

  it('goes along, with the language of an interpreter', () => {
    const said = { ...draft, uses: ['Easy Read'], interpreter: true, language: 'Polish' }
    expect(startRequest(said, undefined).uses).toEqual(['Easy Read', 'An interpreter: Polish'])
    expect(problemsInDraft({ ...said, language: 'x'.repeat(200) })).toHaveProperty('language')
  })

  it('makes the page easier at once', () => {
    expect(easeIn({ ...draft, uses: ['Easy Read'] })).toEqual({ plain: true, symbols: true })
    expect(easeIn({ ...draft, uses: ['Short sentences'] })).toEqual({ plain: true })
    expect(easeIn(draft)).toEqual({})
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
