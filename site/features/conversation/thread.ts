import type { Card } from '#protocol/cards.ts'
import type { Author, Message } from '#protocol/conversation.ts'

/** A message of one's own that the helpdesk has not confirmed yet. */
export type UnsentMessage = {
  clientMessageId: string
  text: string
  /** milliseconds, UTC */
  writtenAt: number
  /** why it was refused, a sentence to show; null while we keep trying */
  problem: string | null
  /** a page of the site that goes with it; navigators alone can give one */
  card?: Card | undefined
}

/** One conversation's messages as this page knows them. */
export type Thread = {
  /** confirmed: 1, 2, 3 … without gaps, oldest first */
  messages: readonly Message[]
  /** confirmed, but an earlier one is missing; not shown until that has come */
  early: readonly Message[]
  /** one's own, not confirmed, oldest first */
  unsent: readonly UnsentMessage[]
}

export const emptyThread: Thread = { messages: [], early: [], unsent: [] }

/** The newest number before which nothing is missing; 0 when there is none. Sent with each resync. */
export function lastSeq(thread: Thread): number {
  return thread.messages.at(-1)?.seq ?? 0
}

/** True when a message arrived before one that precedes it: time to resync. */
export function hasGap(thread: Thread): boolean {
  return thread.early.length > 0
}

/** Adds confirmed messages, in any order and however often they come. Settles one's own unsent copies. */
export function receive(thread: Thread, arrived: readonly Message[]): Thread {
  const known = lastSeq(thread)
  const early = new Map(
    [...thread.early, ...arrived]
      .filter((message) => message.seq > known)
      .map((message) => [message.seq, message]),
  )
  const messages = [...thread.messages]
  for (let next = early.get(known + 1); next; next = early.get(next.seq + 1)) {
    messages.push(next)
    early.delete(next.seq)
  }
  const confirmed = new Set(arrived.map((message) => message.clientMessageId))
  return {
    messages,
    early: [...early.values()].sort((one, other) => one.seq - other.seq),
    unsent: thread.unsent.filter((message) => !confirmed.has(message.clientMessageId)),
  }
}

/** Adds one's own message, to be sent. Writing the same `clientMessageId` twice adds it once. */
export function write(thread: Thread, message: UnsentMessage): Thread {
  const known = [...thread.unsent, ...thread.messages, ...thread.early]
  if (known.some((other) => other.clientMessageId === message.clientMessageId)) return thread
  return { ...thread, unsent: [...thread.unsent, message] }
}

/** The helpdesk stored one's own message under `seq`. */
export function confirm(
  thread: Thread,
  { clientMessageId, seq, sentAt, author, authorName, card }: Confirmation,
): Thread {
  const message = thread.unsent.find((unsent) => unsent.clientMessageId === clientMessageId)
  if (!message) return thread
  return receive(thread, [
    { seq, author, authorName, text: message.text, sentAt, clientMessageId, card: card ?? null },
  ])
}

/** The helpdesk refused one's own message; it stays, with the reason, until the person retries or removes it. */
export function refuse(thread: Thread, clientMessageId: string, problem: string): Thread {
  return changeUnsent(thread, clientMessageId, (message) => ({ ...message, problem }))
}

/** Tries a refused message again. */
export function retry(thread: Thread, clientMessageId: string): Thread {
  return changeUnsent(thread, clientMessageId, (message) => ({ ...message, problem: null }))
}

/** Removes a message that was not sent. */
export function discard(thread: Thread, clientMessageId: string): Thread {
  return {
    ...thread,
    unsent: thread.unsent.filter((message) => message.clientMessageId !== clientMessageId),
  }
}

/** The message to send next: the oldest that was not refused. */
export function nextToSend(thread: Thread): UnsentMessage | undefined {
  return thread.unsent.find((message) => message.problem === null)
}

/** One's own newest confirmed message that the other side has seen, or 0: it alone is marked "Seen". */
export function newestSeen(thread: Thread, author: Author, seenUpTo: number): number {
  return thread.messages.findLast((message) => message.author === author && message.seq <= seenUpTo)?.seq ?? 0
}

function changeUnsent(thread: Thread, id: string, change: (message: UnsentMessage) => UnsentMessage): Thread {
  return {
    ...thread,
    unsent: thread.unsent.map((message) => (message.clientMessageId === id ? change(message) : message)),
  }
}

export type Confirmation = {
  clientMessageId: string
  seq: number
  sentAt: number
  author: Author
  authorName: string | null
  /** as the helpdesk stored it */
  card?: Card | null
}
