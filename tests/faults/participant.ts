import { randomUUID } from 'node:crypto'
import type { Refusal } from '#protocol/contract.ts'
import type { Message } from '#protocol/conversation.ts'
import { createSender, type SendReply } from '../../site/features/conversation/sender.ts'
import {
  confirm,
  emptyThread,
  hasGap,
  lastSeq,
  nextToSend,
  receive,
  type Thread,
  write,
} from '../../site/features/conversation/thread.ts'
import type { Side } from './count-faults.ts'

/** How a visitor or a navigator speaks to the helpdesk about one conversation. */
export interface Link {
  /** under what their messages stand */
  me: Pick<Message, 'author' | 'authorName'>
  /** One attempt; null when no answer came. */
  send(clientMessageId: string, text: string): Promise<SendReply>
  /** What follows `lastSeq`, or the first part of it; rejects when no good answer came. */
  sync(lastSeq: number): Promise<Message[]>
}

/** Someone in a conversation, with the outbox and the thread of messages of our own pages. */
export interface Participant extends Side {
  /** how often something was sent again */
  readonly resent: number
  /** what the helpdesk said whenever it did not store what was sent */
  readonly refusals: readonly Refusal[]
  /** To be called with each pushed message. */
  hear(message: Message): void
  /** To be called after each connect: asks for what is missing, then sends what is unsent. */
  connected(): Promise<void>
  /** Asks for what is missing. */
  catchUp(): Promise<void>
  /**
   * Writes the texts one after the other, each after `pause`; resolves when the page shows all of them as sent. Rejects
   * when the helpdesk refuses one for good.
   */
  write(texts: Iterable<string>, onAcknowledged?: () => void, pause?: () => Promise<void>): Promise<void>
  /** No further attempts. */
  stop(): void
}

export function createParticipant(link: Link): Participant {
  let thread: Thread = emptyThread
  const written: { clientMessageId: string; text: string }[] = []
  const acknowledged: { clientMessageId: string; seq: number }[] = []
  const own = new Set<string>()
  const open = new Map<string, PromiseWithResolvers<void>>()
  const tried = new Set<string>()
  const refusals: Refusal[] = []
  let resent = 0
  let catchingUp: Promise<void> | undefined

  const sender = createSender({
    next: () => nextToSend(thread),
    async send({ clientMessageId, text }) {
      if (tried.has(clientMessageId)) resent += 1
      tried.add(clientMessageId)
      const reply = await link.send(clientMessageId, text)
      if (reply && !reply.ok) refusals.push(reply)
      return reply
    },
    settle: ({ clientMessageId }, delivery) => {
      if (delivery.is === 'refused') {
        open.get(clientMessageId)?.reject(new Error(`refused for good: ${delivery.problem}`))
        return
      }
      const { seq, sentAt } = delivery
      thread = confirm(thread, { clientMessageId, seq, sentAt, ...link.me })
      acknowledge(clientMessageId, seq)
      askForGap()
    },
  })

  /** Told again the same, as by an answer after the push, is nothing new; told something else is a fault to be counted. */
  function acknowledge(clientMessageId: string, seq: number): void {
    const known = acknowledged.findLast((one) => one.clientMessageId === clientMessageId)
    if (known?.seq !== seq) acknowledged.push({ clientMessageId, seq })
    open.get(clientMessageId)?.resolve()
    open.delete(clientMessageId)
  }

  function take(arrived: readonly Message[]): void {
    thread = receive(thread, arrived)
    for (const { clientMessageId, seq } of arrived)
      if (clientMessageId !== null && own.has(clientMessageId)) acknowledge(clientMessageId, seq)
  }

  async function catchUp(): Promise<void> {
    for (;;) {
      const before = lastSeq(thread)
      take(await link.sync(before))
      if (lastSeq(thread) === before) return
    }
  }

  /** Once at a time; a connection that breaks meanwhile is followed by another, which asks again. */
  function askForGap(): void {
    if (!hasGap(thread) || catchingUp) return
    catchingUp = catchUp()
      .catch(() => undefined)
      .finally(() => {
        catchingUp = undefined
      })
  }

  return {
    ...{ written, acknowledged, refusals },
    get shown() {
      return thread.messages
    },
    get resent() {
      return resent
    },
    hear(message) {
      take([message])
      askForGap()
    },
    catchUp,
    async connected() {
      await catchUp()
      sender.pump()
    },
    async write(texts, onAcknowledged = () => undefined, pause = async () => undefined) {
      const mine: Promise<void>[] = []
      for (const text of texts) {
        await pause()
        const clientMessageId = randomUUID()
        const shownAsSent = Promise.withResolvers<void>()
        written.push({ clientMessageId, text })
        own.add(clientMessageId)
        open.set(clientMessageId, shownAsSent)
        mine.push(shownAsSent.promise.then(onAcknowledged))
        thread = write(thread, { clientMessageId, text, writtenAt: Date.now(), problem: null })
        sender.pump()
      }
      await Promise.all(mine)
    },
    stop: sender.stop,
  }
}
