import { randomUUID } from 'node:crypto'
import type { Database } from '#platform/database/database.ts'
import { publicUrl, startTestHelpdesk } from './helpdesk.fixture.ts'
import { createStores } from './stores.ts'

/** The helpdesk with one conversation of Kim's, and a browser without JavaScript. Only tests import this. */
export async function openByLink(database: Database) {
  const helpdesk = await startTestHelpdesk(database, { messagesPerSession: 3 })
  const { conversation, cookie: firstCookie } = await helpdesk.start({ name: 'Kim' })
  const stores = createStores({ database, clock: () => helpdesk.time.now, newId: randomUUID })
  const secret = await database.write(async (trx) => {
    await stores.contact.leaveEmail(trx, conversation.id, 'kim@example.org')
    const message = { clientMessageId: randomUUID(), text: 'My daughter cannot sleep.' }
    await stores.messages.add(trx, conversation.id, { author: { kind: 'visitor' }, ...message })
    return (await stores.links.make(trx, conversation.id, 90)).secret
  })

  async function get(path: string, cookie = '') {
    const response = await fetch(`${helpdesk.address}${path}`, { headers: { cookie }, redirect: 'manual' })
    return { response, status: response.status, page: await response.text() }
  }
  async function post(path: string, fields: Record<string, string>, cookie = '', origin = publicUrl) {
    const response = await fetch(`${helpdesk.address}${path}`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { cookie, origin },
      redirect: 'manual',
    })
    const setCookie = response.headers.get('set-cookie') ?? ''
    return { response, status: response.status, page: await response.text(), setCookie }
  }
  async function openLink(secret: string) {
    const { setCookie } = await post('/conversation/open/', { link: secret })
    return setCookie.split(';')[0] ?? ''
  }

  return {
    ...{ helpdesk, stores, get, post, openLink, firstCookie },
    /** what the link in Kim's email carries */
    secret,
    reference: conversation.reference,

    /** Sam takes the conversation. */
    async take() {
      const sam = await helpdesk.navigator('Sam')
      const conversationId = conversation.id
      await sam.emitWithAck('conversation:claim', { conversationId })
      return {
        sam,
        conversationId,
        write: (text: string) =>
          sam.emitWithAck('message:send', { conversationId, clientMessageId: randomUUID(), text }),
        open: () => sam.emitWithAck('conversation:open', { conversationId, lastSeq: 0 }),
      }
    },
  }
}

export type ByLink = Awaited<ReturnType<typeof openByLink>>
