import type { FastifyReply } from 'fastify'
import { storedIdSchema } from '#protocol/conversation.ts'
import type { Area } from '#records/area.ts'
import { blockedUntil, blockMs, sayPaused } from '../domain/block.ts'
import { DevicePaused } from '../domain/errors.ts'
import type { StoredConversation } from '../storage/conversation-rows.ts'
import type { Stores } from '../stores.ts'
import type { CapabilityCookie } from './capability-cookie.ts'
import type { Limits } from './limits.ts'
import { conversationRoom, type Namespaces } from './namespaces.ts'

/**
 * Devices whose visitor was blocked. It is the device that waits, by a cookie of its own, and never the address: a school
 * behind one is not shut out. Whoever else uses the device sees the telephone number and the emergency lines.
 */
export interface PausedDevice {
  /** Throws `DevicePaused`, with the ways that stay open. */
  refuseStart(cookies: string | undefined): Promise<void>
  /**
   * Before a device forgets a conversation that was blocked: it goes on waiting. Its cookie holds the conversation's id,
   * which opens nothing.
   */
  keepWaiting(reply: FastifyReply, conversation: StoredConversation | undefined): void
}

export function createPausedDevice(parts: {
  stores: Pick<Stores, 'reader' | 'clock'>
  cookie: CapabilityCookie
  area: () => Pick<Area, 'contact' | 'emergency'>
  publicUrl: string
}): PausedDevice {
  const { stores, cookie, area } = parts
  const isSecure = new URL(parts.publicUrl).protocol === 'https:'
  const name = isSecure ? '__Host-paused' : 'paused'
  const attributes = `Path=/; HttpOnly; SameSite=Lax${isSecure ? '; Secure' : ''}`

  async function conversationsOf(cookies: string): Promise<(StoredConversation | undefined)[]> {
    const capability = cookie.read(cookies)
    const waitsFor = new RegExp(`(?:^|;)\\s*${name}=([^;]+)`).exec(cookies)?.[1]
    const id = storedIdSchema.safeParse(waitsFor).data
    return [
      capability === undefined ? undefined : await stores.reader.findByCapability(capability),
      id === undefined ? undefined : await stores.reader.find(id),
    ]
  }

  return {
    async refuseStart(cookies = '') {
      const now = stores.clock()
      for (const conversation of await conversationsOf(cookies)) {
        const until = conversation ? blockedUntil(conversation) : null
        if (until !== null && until > now) throw new DevicePaused(sayPaused(area(), until, now))
      }
    },

    keepWaiting(reply, conversation) {
      if (!conversation || (blockedUntil(conversation) ?? 0) <= stores.clock()) return
      reply.header('set-cookie', `${name}=${conversation.id}; Max-Age=${blockMs / 1000}; ${attributes}`)
    },
  }
}

/** Where pages of a conversation are open to this process, conversations begin slowly for a while. Nothing of it is stored. */
export function slowDownFrom({ visitors }: Namespaces, conversationId: string, limits: Limits): void {
  for (const id of visitors.adapter.rooms.get(conversationRoom(conversationId)) ?? []) {
    const socket = visitors.sockets.get(id)
    if (socket) limits.slowDown(socket.data.address)
  }
}
