import { randomUUID } from 'node:crypto'
import type { Socket } from 'socket.io-client'
import type { Message } from '#protocol/conversation.ts'

/** How a visitor or a navigator speaks to the helpdesk about one conversation. Each rejects when no answer comes. */
export interface Link {
  socket: Pick<Socket, 'connected' | 'on' | 'once'>
  send(clientMessageId: string, text: string): Promise<{ seq: number }>
  sync(lastSeq: number): Promise<Message[]>
}

/** Someone in a conversation who behaves as our pages do: keeps what is unsent, resends, asks for what was missed. */
export interface Participant {
  /** what their page shows, in its order */
  readonly shown: readonly Message[]
  /** what was acknowledged to them, in the order of writing */
  readonly acknowledged: readonly { clientMessageId: string; seq: number }[]
  /** what arrived twice or was sent again */
  readonly resent: number
  /** To be called with each pushed message. */
  hear(message: Message): void
  /** Writes the texts one after the other; resolves when all are acknowledged. */
  write(texts: readonly string[], onAcknowledged: () => void): Promise<void>
  /** Asks for what is missing. */
  catchUp(): Promise<void>
}

export function createParticipant(link: Link): Participant {
  const shown: Message[] = []
  const acknowledged: { clientMessageId: string; seq: number }[] = []
  let resent = 0
  let catchingUp = false

  const lastSeq = () => shown.at(-1)?.seq ?? 0

  function hear(message: Message): void {
    if (message.seq === lastSeq() + 1) shown.push(message)
    else if (message.seq > lastSeq()) catchUpUnlessUnderWay()
  }

  async function catchUp(): Promise<void> {
    for (const message of await link.sync(lastSeq())) if (message.seq > lastSeq()) shown.push(message)
  }

  async function catchUpUnlessUnderWay(): Promise<void> {
    if (catchingUp) return
    catchingUp = true
    try {
      await catchUp()
    } catch {
      // The connection broke meanwhile; another follows and catches up again.
    } finally {
      catchingUp = false
    }
  }

  link.socket.on('connect', catchUpUnlessUnderWay)

  return {
    shown,
    acknowledged,
    get resent() {
      return resent
    },
    hear,
    catchUp,
    async write(texts, onAcknowledged) {
      for (const text of texts) {
        const clientMessageId = randomUUID()
        const seq = await untilAnswered(
          link,
          () => link.send(clientMessageId, text),
          () => {
            resent += 1
          },
        )
        acknowledged.push({ clientMessageId, seq })
        onAcknowledged()
      }
    },
  }
}

/** The helpdesk answered, and refused for good: sending it again would not help. */
export class Refused extends Error {
  override readonly name = 'Refused'
}

async function untilAnswered(
  link: Link,
  send: () => Promise<{ seq: number }>,
  onFailure: () => void,
): Promise<number> {
  for (;;) {
    try {
      return (await send()).seq
    } catch (error) {
      if (error instanceof Refused) throw error
      onFailure()
      if (!link.socket.connected)
        await new Promise<void>((resolve) => link.socket.once('connect', () => resolve()))
    }
  }
}
