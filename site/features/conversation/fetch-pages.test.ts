import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Refusal } from '#protocol/contract.ts'
import type { Message } from '#protocol/conversation.ts'
import { fetchPages } from './fetch-pages.ts'
import { emptyThread, hasGap, receive, type Thread } from './thread.ts'

const message = (seq: number): Message => ({
  seq,
  author: 'visitor',
  authorName: null,
  text: `message ${seq}`,
  sentAt: 0,
  clientMessageId: `id-${seq}`,
  card: null,
})
const refusal: Refusal = { ok: false, code: 'unavailable', message: 'Not now.' }
const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

/** A helpdesk with `stored` messages that gives `size` of them at once. */
const pagesOf = (stored: () => number, size: number) => async (lastSeq: number) => {
  const known = stored()
  const messages = upTo(known)
    .slice(lastSeq, lastSeq + size)
    .map(message)
  return { ok: true as const, messages, more: lastSeq + size < known }
}

describe('messages that come in pages', () => {
  it('are asked for until there are no more', async () => {
    const asked: number[] = []
    const ask = pagesOf(() => 450, 200)
    const reply = await fetchPages(0, (lastSeq) => {
      asked.push(lastSeq)
      return ask(lastSeq)
    })
    expect(asked).toEqual([0, 200, 400])
    expect(reply?.ok && reply.messages.map(({ seq }) => seq)).toEqual(upTo(450))
  })

  it('begin after what the page has', async () => {
    const reply = await fetchPages(
      449,
      pagesOf(() => 450, 200),
    )
    expect(reply?.ok && reply.messages.map(({ seq }) => seq)).toEqual([450])
  })

  it('end with a refusal, and when no answer comes', async () => {
    expect(await fetchPages(0, async () => refusal)).toBe(refusal)
    expect(await fetchPages(0, async () => null)).toBeNull()
  })

  it('leave no gap and keep the order, whatever is pushed between two pages', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 60 }),
        fc.integer({ min: 1, max: 7 }),
        fc.array(fc.nat(3), { maxLength: 20 }),
        async (atFirst, size, pushedBetween) => {
          let stored = atFirst
          let thread: Thread = emptyThread
          const pages = pagesOf(() => stored, size)
          const between = [...pushedBetween]
          const reply = await fetchPages(0, async (lastSeq) => {
            const page = await pages(lastSeq)
            const pushed = upTo(between.shift() ?? 0).map((more) => message(stored + more))
            stored += pushed.length
            thread = receive(thread, pushed)
            return page
          })
          if (reply?.ok) thread = receive(thread, reply.messages)
          expect(hasGap(thread)).toBe(false)
          expect(thread.messages.map(({ seq }) => seq)).toEqual(upTo(stored))
        },
      ),
    )
  })
})
