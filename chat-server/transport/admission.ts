import type { IncomingHttpHeaders, IncomingMessage } from 'node:http'
import { holds, type SignedIn } from '#platform/accounts/grants.ts'
import type { Log } from '#platform/log.ts'
import type { DeskPerson } from '../domain/concern.ts'
import { ConversationNotFound, NotANavigator } from '../domain/errors.ts'
import { hashCapability } from '../storage/capability.ts'
import type { Stores } from '../stores.ts'
import { addressGroup } from './address-group.ts'
import type { CapabilityCookie } from './capability-cookie.ts'
import type { Limits } from './limits.ts'
import {
  addressRoom,
  capabilityRoom,
  conversationRoom,
  type DeskSocket,
  deskRoom,
  leadsRoom,
  navigatorRoom,
  type VisitorSocket,
} from './namespaces.ts'
import { refusalFor } from './refusals.ts'

export interface AdmissionParts {
  stores: Stores
  limits: Limits
  cookie: CapabilityCookie
  whoIs: (headers: IncomingHttpHeaders) => Promise<SignedIn | null>
  addressOf: (request: IncomingMessage) => string
  log: Log
}

/** Decides who gets a socket. A refusal reaches the page as `connect_error` with the refusal in `data`. */
export interface Admission {
  visitor: Middleware<VisitorSocket>
  desk: Middleware<DeskSocket>
  /** Closes a visitor's socket whose cookie ended while it connected. Only from then on does forgetting close it. */
  stillOpen(socket: VisitorSocket): Promise<void>
  /** Nobody uses the nameless namespace. */
  nobody: Middleware<unknown>
  /** Who the desk's session belongs to now. Throws `NotANavigator` and closes the socket when it has ended. */
  recheck(socket: DeskSocket): Promise<SignedIn>
}

export function createAdmission(parts: AdmissionParts): Admission {
  const { stores, limits, cookie, whoIs, addressOf } = parts

  async function navigatorOf(socket: DeskSocket): Promise<SignedIn> {
    const signedIn = await whoIs(socket.handshake.headers)
    if (!signedIn || !isOfTheDesk(signedIn)) throw new NotANavigator()
    return signedIn
  }

  /** Nothing may wait between this and joining the rooms, or too many get in at once. */
  function admitOneMore({ nsp }: VisitorSocket | DeskSocket, address: string, session: string): void {
    const sizeOf = (room: string) => nsp.adapter.rooms.get(room)?.size ?? 0
    limits.open({ fromAddress: sizeOf(addressRoom(addressGroup(address))), inSession: sizeOf(session) })
  }

  const middleware =
    <Admitted>(admit: (socket: Admitted) => Promise<void>): Middleware<Admitted> =>
    async (socket, next) => {
      try {
        await admit(socket)
      } catch (error) {
        const refusal = refusalFor(error, parts.log)
        next(Object.assign(new Error(refusal.message), { data: refusal }))
        return
      }
      next()
    }

  return {
    visitor: middleware(async (socket) => {
      const address = addressOf(socket.request)
      limits.connection(address)
      const capability = cookie.read(socket.handshake.headers.cookie)
      const opened = capability ? await stores.reader.findOpened(capability) : undefined
      if (!capability || !opened) throw new ConversationNotFound()
      const { conversation, isDue } = opened
      if (isDue) await stores.database.write((trx) => stores.capabilities.renew(trx, capability))
      const session = capabilityRoom(hashCapability(capability))
      admitOneMore(socket, address, session)
      socket.data = { conversationId: conversation.id, address }
      await socket.join([conversationRoom(conversation.id), session, addressRoom(addressGroup(address))])
    }),

    desk: middleware(async (socket) => {
      const address = addressOf(socket.request)
      limits.connection(address)
      const signedIn = await navigatorOf(socket)
      const session = navigatorRoom(signedIn.accountId)
      admitOneMore(socket, address, session)
      socket.data = { signedIn, address }
      await socket.join([deskRoom, session, addressRoom(addressGroup(address))])
      await joinLeads(socket, signedIn)
    }),

    async stillOpen(socket) {
      try {
        const capability = cookie.read(socket.handshake.headers.cookie)
        if (!capability || !(await stores.reader.findByCapability(capability))) socket.disconnect(true)
      } catch (error) {
        refusalFor(error, parts.log)
        socket.disconnect(true)
      }
    },

    nobody: middleware(async () => {
      throw new ConversationNotFound()
    }),

    async recheck(socket) {
      try {
        const signedIn = await navigatorOf(socket)
        socket.data.signedIn = signedIn
        await joinLeads(socket, signedIn)
        return signedIn
      } catch (error) {
        if (error instanceof NotANavigator) signOut(socket)
        throw error
      }
    },
  }
}

/** Who works at the desk: navigators and leads of the whole area. */
export function isOfTheDesk(signedIn: Pick<SignedIn, 'grants'>): boolean {
  return holds(signedIn, 'navigator', { kind: 'area' }) || holds(signedIn, 'lead', { kind: 'area' })
}

/** Somebody at the desk, as the rules of safeguarding see them. */
export function deskPerson(signedIn: Pick<SignedIn, 'accountId' | 'grants'>): DeskPerson {
  return { accountId: signedIn.accountId, isLead: holds(signedIn, 'lead', { kind: 'area' }) }
}

/** What only leads hear follows the right as it is now. */
async function joinLeads(socket: DeskSocket, signedIn: SignedIn): Promise<void> {
  await (deskPerson(signedIn).isLead ? socket.join(leadsRoom) : socket.leave(leadsRoom))
}

/** The page hears why, then its socket is closed; the reply under way goes out before. */
function signOut(socket: DeskSocket): void {
  socket.emit('signed-out', { message: 'You are signed out. Sign in again to use the desk.' })
  setImmediate(() => socket.disconnect(true))
}

type Middleware<Admitted> = (socket: Admitted, next: (error?: Error) => void) => Promise<void>
