import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Message } from '#protocol/conversation.ts'
import {
  confirm,
  discard,
  emptyThread,
  hasGap,
  lastSeq,
  newestSeen,
  nextToSend,
  receive,
  refuse,
  retry,
  write,
} from './thread.ts'

const stored = (seq: number, changes: Partial<Message> = {}): Message => ({
  seq,
  author: 'navigator',
  authorName: 'Sam',
  text: `message ${seq}`,
  sentAt: 1000 + seq,
  clientMessageId: `id-${seq}`,
  card: null,
  ...changes,
})
const own = (clientMessageId: string) => ({ clientMessageId, text: 'hello', writtenAt: 5, problem: null })
const seqs = (messages: readonly Message[]) => messages.map((message) => message.seq)

describe('messages that arrive', () => {
  it('are shown once and in order, however they come: late, twice, in pieces', () => {
    const arrivals = fc.array(fc.array(fc.integer({ min: 1, max: 12 }), { maxLength: 6 }), { maxLength: 20 })
    fc.assert(
      fc.property(arrivals, (batches) => {
        let thread = emptyThread
        for (const batch of batches) {
          thread = receive(
            thread,
            batch.map((seq) => stored(seq)),
          )
          expect(seqs(thread.messages)).toEqual(thread.messages.map((_, index) => index + 1))
        }
        const synced = receive(
          thread,
          Array.from({ length: 12 }, (_, index) => stored(index + 1)).slice(lastSeq(thread)),
        )
        expect(seqs(synced.messages)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
        expect(hasGap(synced)).toBe(false)
      }),
    )
  })

  it('wait unseen while an earlier one is missing', () => {
    const thread = receive(receive(emptyThread, [stored(1)]), [stored(3)])
    expect(seqs(thread.messages)).toEqual([1])
    expect(hasGap(thread)).toBe(true)
    expect(seqs(receive(thread, [stored(2)]).messages)).toEqual([1, 2, 3])
  })
})

describe('my own message', () => {
  it('is shown once, whether the confirmation or the message itself comes first', () => {
    const pushed = stored(1, { author: 'visitor', clientMessageId: 'a' })
    const answer = {
      clientMessageId: 'a',
      seq: 1,
      sentAt: 9,
      author: 'visitor',
      authorName: null,
    } as const
    const written = write(emptyThread, own('a'))
    for (const thread of [
      confirm(receive(written, [pushed]), answer),
      receive(confirm(written, answer), [pushed]),
    ]) {
      expect(seqs(thread.messages)).toEqual([1])
      expect(thread.unsent).toEqual([])
    }
  })

  it('written twice is one message', () => {
    expect(write(write(emptyThread, own('a')), own('a')).unsent).toHaveLength(1)
    const confirmed = receive(emptyThread, [stored(1, { clientMessageId: 'a' })])
    expect(write(confirmed, own('a')).unsent).toHaveLength(0)
  })

  it('that was refused stays with the reason and is tried again when I ask', () => {
    const refused = refuse(write(write(emptyThread, own('a')), own('b')), 'a', 'It is too long.')
    expect(nextToSend(refused)?.clientMessageId).toBe('b')
    expect(refused.unsent[0]?.problem).toBe('It is too long.')
    expect(nextToSend(retry(refused, 'a'))?.clientMessageId).toBe('a')
    expect(discard(refused, 'a').unsent.map((message) => message.clientMessageId)).toEqual(['b'])
  })

  it('is marked seen at the newest one only', () => {
    const thread = receive(emptyThread, [
      stored(1, { author: 'visitor' }),
      stored(2, { author: 'visitor' }),
      stored(3),
      stored(4, { author: 'visitor' }),
    ])
    expect(newestSeen(thread, 'visitor', 3)).toBe(2)
    expect(newestSeen(thread, 'visitor', 0)).toBe(0)
  })
})
