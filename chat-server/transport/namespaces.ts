import { createHash } from 'node:crypto'
import type { Namespace, Server, Socket } from 'socket.io'
import type { SignedIn } from '#platform/accounts/grants.ts'
import { deskNamespace } from '#protocol/desk.ts'
import type { DeskToServer, ServerToDesk } from '#protocol/desk-events.ts'
import { type ServerToVisitor, type VisitorToServer, visitorNamespace } from '#protocol/visitor.ts'
import type { Relay } from './socket-relay.ts'

/** What the server remembers of a visitor's socket. */
export interface VisitorSocketData {
  conversationId: string
  address: string
}

/** What the server remembers of a desk's socket: who it was at the latest check. */
export interface DeskSocketData {
  signedIn: SignedIn
  address: string
}

type NoEvents = Record<string, never>

export type VisitorSocket = Socket<VisitorToServer, ServerToVisitor, NoEvents, VisitorSocketData>
export type DeskSocket = Socket<DeskToServer, ServerToDesk, NoEvents, DeskSocketData>

/** The two sides of the helpdesk on one socket.io server. */
export interface Namespaces {
  visitors: Namespace<VisitorToServer, ServerToVisitor, NoEvents, VisitorSocketData>
  desk: Namespace<DeskToServer, ServerToDesk, NoEvents, DeskSocketData>
}

/** Opens both; resolves when other processes' announcements to them are heard too. */
export async function openNamespaces(io: Server, relay: Relay): Promise<Namespaces> {
  const visitors = io.of(visitorNamespace)
  await relay.listening()
  const desk = io.of(deskNamespace)
  await relay.listening()
  return { visitors, desk }
}

/** Everybody who may hear a conversation's messages. */
export const conversationRoom = (id: string) => `conversation:${id}`

/** The sockets that one cookie opened. */
export const capabilityRoom = (hash: string) => `capability:${hash}`

/** The sockets that come from one address, or from those that count as one; for limits alone. */
export const addressRoom = (group: string) =>
  `address:${createHash('sha256').update(group).digest('base64url')}`

/** The sockets of one navigator. */
export const navigatorRoom = (accountId: string) => `navigator:${accountId}`

/** Every desk. */
export const deskRoom = 'desk'

/** The desks of leads. */
export const leadsRoom = 'leads'
