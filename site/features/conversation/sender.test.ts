import { describe, expect, it } from 'vitest'
import { eventually } from '../../../tests/support/eventually.ts'
import { createSender, type Delivery, deliveryOf, type SendReply } from './sender.ts'
import { emptyThread, nextToSend, refuse, type Thread, type UnsentMessage, write } from './thread.ts'

const own = (clientMessageId: string): UnsentMessage => ({
  clientMessageId,
  text: clientMessageId,
  writtenAt: 1,
  problem: null,
})

/** A sender over a thread, and a helpdesk that answers as told. */
function sendThrough(answer: (id: string, attempt: number) => SendReply, ids: readonly string[]) {
  let thread: Thread = ids.reduce((written, id) => write(written, own(id)), emptyThread)
  const attempts: string[] = []
  const settled: [string, Delivery][] = []
  const sender = createSender({
    next: () => nextToSend(thread),
    send: async ({ clientMessageId }) => {
      attempts.push(clientMessageId)
      return answer(clientMessageId, attempts.filter((id) => id === clientMessageId).length)
    },
    settle: ({ clientMessageId }, delivery) => {
      settled.push([clientMessageId, delivery])
      thread =
        delivery.is === 'refused'
          ? refuse(thread, clientMessageId, delivery.problem)
          : {
              ...thread,
              unsent: thread.unsent.filter((message) => message.clientMessageId !== clientMessageId),
            }
    },
  })
  return { sender, attempts, settled }
}

describe('sending what I wrote', () => {
  it('keeps the order, and starts once however often it is asked', async () => {
    const { sender, attempts, settled } = sendThrough(
      () => ({ ok: true, seq: 1, sentAt: 2 }),
      ['a', 'b', 'c'],
    )
    sender.pump()
    sender.pump()
    await eventually(() => expect(settled).toHaveLength(3))
    expect(attempts).toEqual(['a', 'b', 'c'])
  })

  it('goes on after a refused message', async () => {
    const refusal: SendReply = { ok: false, code: 'invalid', message: 'Too long.' }
    const { sender, settled } = sendThrough(
      (id) => (id === 'a' ? refusal : { ok: true, seq: 1, sentAt: 2 }),
      ['a', 'b'],
    )
    sender.pump()
    await eventually(() => expect(settled).toHaveLength(2))
    expect(settled[0]).toEqual(['a', { is: 'refused', problem: 'Too long.' }])
  })

  it('tries again by itself when told to slow down, before anything newer is sent', async () => {
    const wait: SendReply = { ok: false, code: 'slow-down', message: 'Wait.', retryAfterMs: 1 }
    const { sender, attempts, settled } = sendThrough(
      (id, attempt) => (id === 'a' && attempt === 1 ? wait : { ok: true, seq: 1, sentAt: 2 }),
      ['a', 'b'],
    )
    sender.pump()
    await eventually(() => expect(settled).toHaveLength(2))
    expect(attempts).toEqual(['a', 'a', 'b'])
  })

  it('repeats when no answer came', () => {
    expect(deliveryOf(null)).toEqual({ is: 'again', afterMs: 3000 })
    expect(deliveryOf({ ok: false, code: 'ended', message: 'It has ended.' })).toEqual({
      is: 'refused',
      problem: 'It has ended.',
    })
  })
})
