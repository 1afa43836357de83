import { randomUUID } from 'node:crypto'
import { io } from 'socket.io-client'
import type { Message } from '#protocol/conversation.ts'
import { addresses, socketPath, startConversationReply } from '#protocol/http.ts'
import { visitorNamespace } from '#protocol/visitor.ts'
import type { VisitorClient } from '../../chat-server/helpdesk.fixture.ts'

/** A family member who writes one message after the other to a running helpdesk, until told to stop. */
export interface WritingVisitor {
  readonly conversationId: string
  /** opens the conversation */
  readonly cookie: string
  /** numbers of the messages that were acknowledged so far */
  readonly acknowledged: readonly number[]
  /** Stops writing; gives all that the helpdesk has stored. */
  finish(): Promise<Message[]>
}

/** @param address where the helpdesk listens @param origin what it takes for its own pages */
export async function startWriting(address: string, origin: string): Promise<WritingVisitor> {
  const response = await fetch(`${address}${addresses.conversations}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ clientConversationId: randomUUID() }),
  })
  const reply = startConversationReply.parse(await response.json())
  if (!reply.ok) throw new Error(reply.message)
  const cookie = response.headers.get('set-cookie')?.split(';')[0] ?? ''
  const socket: VisitorClient = io(`${address}${visitorNamespace}`, {
    ...{ path: socketPath, forceNew: true, transports: ['websocket'], extraHeaders: { cookie, origin } },
  })
  const acknowledged: number[] = []
  let isWriting = true

  async function write(): Promise<void> {
    while (isWriting) {
      const text = `message ${acknowledged.length + 1}`
      const sent = await socket.emitWithAck('message:send', { clientMessageId: randomUUID(), text })
      if (!sent.ok) throw new Error(sent.message)
      acknowledged.push(sent.seq)
    }
  }

  const writing = write()
  return {
    ...{ conversationId: reply.conversation.id, cookie, acknowledged },
    async finish() {
      isWriting = false
      await writing
      const stored: Message[] = []
      for (let more = true; more; ) {
        const page = await socket.emitWithAck('conversation:sync', { lastSeq: stored.length })
        if (!page.ok) throw new Error(page.message)
        stored.push(...page.messages)
        more = page.more
      }
      socket.disconnect()
      return stored
    },
  }
}
