import type { FastifyReply, FastifyRequest } from 'fastify'
import type { StoredConversation } from '../storage/conversation-rows.ts'
import type { Stores } from '../stores.ts'
import type { CapabilityCookie } from './capability-cookie.ts'

/** The conversation that a device's cookie opens. While it is used the cookie lives on, there and here. */
export async function conversationOfDevice(
  { stores, cookie }: { stores: Stores; cookie: CapabilityCookie },
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<StoredConversation | undefined> {
  const capability = cookie.read(request.headers.cookie)
  const opened = capability ? await stores.reader.findOpened(capability) : undefined
  if (!capability || !opened) return undefined
  if (opened.isDue && (await stores.database.write((trx) => stores.capabilities.renew(trx, capability))))
    reply.header('set-cookie', cookie.store(capability))
  return opened.conversation
}
