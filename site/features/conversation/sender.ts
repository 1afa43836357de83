import type { Card } from '#protocol/cards.ts'
import type { Refusal } from '#protocol/contract.ts'
import type { UnsentMessage } from './thread.ts'
import { isPassing } from './wire-rules.ts'

/** What became of one attempt to send. */
export type Delivery =
  | ({ is: 'stored' } & Stored)
  | { is: 'refused'; problem: string }
  | { is: 'again'; afterMs: number }

/** What the helpdesk stored; `card` is null when there is none, and not told to those who cannot give one. */
type Stored = { seq: number; sentAt: number; card?: Card | null }

/** What ends the attempts for one message. */
export type Settled = Exclude<Delivery, { is: 'again' }>

/** The helpdesk's reply to `message:send`; null when none came. */
export type SendReply = ({ ok: true } & Stored) | Refusal | null

/** Sends what is unsent, one after the other, so that the order in which it was written is kept. */
export type Sender = { pump: () => void; stop: () => void }

/**
 * A sender over `next` (what to send, or nothing), `send` (one attempt) and `settle` (keep what became of it).
 * Call `pump` whenever there may be something to send; while it sends, further calls do nothing.
 */
export function createSender<Message extends UnsentMessage>({
  next,
  send,
  settle,
}: {
  next: () => Message | undefined
  send: (message: Message) => Promise<SendReply>
  settle: (message: Message, delivery: Settled) => void
}): Sender {
  let busy = false
  let stopped = false
  let timer: ReturnType<typeof setTimeout> | undefined

  const run = async () => {
    for (let message = next(); message && !stopped; message = next()) {
      const delivery = deliveryOf(await send(message))
      if (stopped) return
      if (delivery.is === 'again') {
        timer = setTimeout(pump, delivery.afterMs)
        return
      }
      settle(message, delivery)
    }
  }
  const pump = () => {
    if (busy || stopped) return
    clearTimeout(timer)
    busy = true
    void run().finally(() => {
      busy = false
    })
  }
  return {
    pump,
    stop: () => {
      stopped = true
      clearTimeout(timer)
    },
  }
}

/** What a reply means for the message: repeating is always safe, the helpdesk knows it by its id. */
export function deliveryOf(reply: SendReply): Delivery {
  if (reply === null) return { is: 'again', afterMs: 3000 }
  if (reply.ok) return { is: 'stored', seq: reply.seq, sentAt: reply.sentAt, card: reply.card ?? null }
  return isPassing(reply)
    ? { is: 'again', afterMs: reply.retryAfterMs ?? 3000 }
    : { is: 'refused', problem: reply.message }
}
