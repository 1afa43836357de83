import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Author, Message } from '#protocol/conversation.ts'
import { inSpeech, throttleText, toAnnounce } from './announcing.ts'

const message = (seq: number, author: Author): Message => ({
  seq,
  author,
  authorName: null,
  text: `message ${seq}`,
  sentAt: seq,
  clientMessageId: null,
  card: null,
})

describe('what a screen reader is told', () => {
  const talk = [message(1, 'visitor'), message(2, 'notice'), message(3, 'navigator'), message(4, 'visitor')]
  const told = (historyUpTo: number | null) => toAnnounce(talk, historyUpTo, 'visitor').map(({ seq }) => seq)

  it('is what the other side wrote since the page opened, never history and never my own', () => {
    expect(told(null)).toEqual([])
    expect(told(2)).toEqual([3])
    expect(told(0)).toEqual([2, 3])
    expect(told(4)).toEqual([])
  })

  it('names a card after the words, or alone when there are none', () => {
    const card = { kind: 'guide', path: '/guides/a/', title: 'A guide', summary: '', recordId: null } as const
    expect(inSpeech({ text: 'Look.', card })).toBe('Look. Card: A guide')
    expect(inSpeech({ text: '', card })).toBe('Card: A guide')
    expect(inSpeech({ text: 'Hello', card: null })).toBe('Hello')
  })
})

describe('a status that changes often', () => {
  beforeEach(() => void vi.useFakeTimers())
  afterEach(() => void vi.useRealTimers())

  it('is told at once, then no more than now and then, and ends with the newest', () => {
    const show = vi.fn()
    const { say } = throttleText(2000, show)
    for (const text of ['one', 'two', 'three']) say(text)
    expect(show.mock.calls).toEqual([['one']])
    vi.advanceTimersByTime(2000)
    expect(show.mock.calls).toEqual([['one'], ['three']])
    vi.advanceTimersByTime(9000)
    expect(show).toHaveBeenCalledTimes(2)
  })

  it('is taken away at once when it is no longer true', () => {
    const show = vi.fn()
    const { say } = throttleText(2000, show)
    for (const text of ['You are next.', 'You are number 2.', '']) say(text)
    expect(show.mock.calls).toEqual([['You are next.'], ['']])
    vi.advanceTimersByTime(9000)
    expect(show).toHaveBeenCalledTimes(2)
  })
})
